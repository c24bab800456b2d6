package thread

import "github.com/gopy-lang/gopy/object"

// CurrentFrames is sys._current_frames: the innermost Python frame of every
// thread that is in one, by its ident.
func CurrentFrames() *object.Builtin { return object.NewFunc(&framesRow, "sys") }

var framesRow = object.Func{Name: "_current_frames", Sig: "()", Doc: "Return a dict mapping each thread's id to its current stack frame.",
	Fn: func(t *thread, a []value) (value, error) {
		s := stateOf(t.Interp)
		s.mu.Lock()
		list := make([]*thread, 0, len(s.threads)+1)
		for _, x := range s.threads {
			if x != t.Interp.Main {
				list = append(list, x)
			}
		}
		s.mu.Unlock()
		d := object.NewDict()
		for _, x := range append(list, t.Interp.Main) {
			if x == nil {
				continue
			}
			f := t.Interp.Runtime.Frame(x, 0)
			if f.O == nil {
				continue
			}
			if err := d.Set(t, object.Int(Ident(x)), f); err != nil {
				return value{}, err
			}
		}
		return object.Wrap(d), nil
	}}
