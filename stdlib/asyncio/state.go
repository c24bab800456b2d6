package asyncio

import (
	"sync"

	"github.com/gopy-lang/gopy/object"
)

// state is the package's state of one interpreter.
type state struct {
	cancelled *object.Type // asyncio.CancelledError
	invalid   *object.Type // asyncio.InvalidStateError
	mu        sync.Mutex
	loops     map[*thread]value        // running loop by thread
	current   map[*Loop]value          // running task by loop
	other     map[*object.Header]value // running task of loops that are not gopy's
}

type stateKey struct{}

func stateOf(t *thread) *state {
	if v, ok := t.Interp.Extra.Load(stateKey{}); ok {
		return v.(*state)
	}
	s := &state{loops: map[*thread]value{}, current: map[*Loop]value{}, other: map[*object.Header]value{}}
	v, _ := t.Interp.Extra.LoadOrStore(stateKey{}, s)
	return v.(*state)
}

func (s *state) running(t *thread) value {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.loops[t]
}

func (s *state) setRunning(t *thread, l value) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l.O == nil || l.IsNone() {
		delete(s.loops, t)
	} else {
		s.loops[t] = l
	}
}

// currentTask returns the task that loop runs, or the zero Value.
func (s *state) currentTask(loop value) value {
	if loop.O.Type.Solid == &LoopType {
		return s.current[object.As[Loop](loop)]
	}
	return s.other[loop.O]
}

func (s *state) setCurrent(loop, task value) {
	if loop.O.Type.Solid == &LoopType {
		if task.O == nil {
			delete(s.current, object.As[Loop](loop))
		} else {
			s.current[object.As[Loop](loop)] = task
		}
		return
	}
	if task.O == nil {
		delete(s.other, loop.O)
	} else {
		s.other[loop.O] = task
	}
}

// exceptions makes the exception classes that the Go part raises.
func (s *state) exceptions(t *thread) error {
	var err error
	if s.cancelled == nil {
		if s.cancelled, err = object.NewExceptionType(t, "asyncio.exceptions", "CancelledError", &object.BaseExceptionType, "The Future or Task was cancelled."); err != nil {
			return err
		}
		s.invalid, err = object.NewExceptionType(t, "asyncio.exceptions", "InvalidStateError", &object.ExceptionType, "The operation is not allowed in this state.")
	}
	return err
}
