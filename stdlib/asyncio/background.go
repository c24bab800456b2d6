package asyncio

import "github.com/gopy-lang/gopy/object"

// Background runs work on a goroutine of its own and returns a future of loop.
// work must not touch Python objects; the function it returns runs on the
// loop's thread and gives the future its result or exception. cancel, which
// may be nil, is called when the future is cancelled before that.
func Background(t *thread, loop value, work func() func(t *thread) (value, error), cancel func()) (value, error) {
	if loop.O.Type.Solid != &LoopType {
		return value{}, object.TypeErrorf("an event loop of gopy is required, not '%s'", loop.O.Type.MsgName())
	}
	l := object.As[Loop](loop)
	if err := l.check(t); err != nil {
		return value{}, err
	}
	f := newFuture(&FutureType)
	f.loop = loop
	if cancel != nil {
		stop := object.Wrap(object.NewBoundFunc(&object.Func{Name: "cancel", Sig: "(future, /)", Fn: func(t *thread, a []value) (value, error) {
			if f.state == cancelled {
				cancel()
			}
			return object.None, nil
		}}))
		f.callbacks = append(f.callbacks, callback{fn: stop, ctx: contextOf(t, value{})})
	}
	l.Begin()
	go func() {
		result := work()
		l.Post(func(t *thread) error {
			l.End()
			v, err := result(t)
			if f.state != pending {
				return nil
			}
			if err != nil {
				e, ok := err.(*object.Exception)
				if !ok {
					return err
				}
				return f.setException(t, e)
			}
			return f.setResult(t, v)
		})
	}()
	return object.Wrap(f), nil
}
