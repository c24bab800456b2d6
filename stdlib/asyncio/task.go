package asyncio

import (
	"fmt"
	"sync/atomic"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/contextvars"
)

// Types of this file.
var (
	TaskType       object.Type
	taskWakeupType object.Type
)

// Task runs a coroutine. The future comes first.
type Task struct {
	Future
	coro       value
	ctx        *contextvars.Context
	name       value
	mustCancel bool
	waiter     value // future the task waits for
	cancels    int
	logPending bool
}

// taskWakeup is a task's wake-up as a Python callable, for loops and futures
// that are not gopy's.
type taskWakeup struct {
	object.Header
	task *Task
}

func (k *Task) value() value { return object.Wrap(k) }

func (k *Task) wakeupCallable() value {
	return object.Wrap(&taskWakeup{object.Header{Type: &taskWakeupType}, k})
}

// callStep schedules the next step, throwing exc if it is not nil.
func (k *Task) callStep(t *thread, exc error) error {
	if k.loop.O.Type.Solid == &LoopType {
		l := object.As[Loop](k.loop)
		if err := l.check(t); err != nil {
			return err
		}
		l.soon(&Handle{Header: object.Header{Type: &HandleType}, loop: l, ctx: k.ctx, task: k, exc: exc})
		return nil
	}
	m, err := object.GetAttrStr(t, k.loop, "call_soon")
	if err != nil {
		return err
	}
	step := object.Wrap(object.NewBoundFunc(&object.Func{Name: "step", Sig: "()", Fn: func(t *thread, a []value) (value, error) {
		return object.None, k.step(t, exc)
	}}))
	_, err = object.Call(t, m, []value{step, object.Wrap(k.ctx)}, []value{object.Wrap(t.Intern("context"))})
	return err
}

// wakeup continues the task after fut is done.
func (k *Task) wakeup(t *thread, fut value) error {
	if f := asFuture(fut); f != nil {
		if _, err := f.get(t); err != nil {
			return k.step(t, err)
		}
		return k.step(t, nil)
	}
	if _, err := object.CallMethod(t, fut, "result"); err != nil {
		if _, ok := err.(*object.Exception); !ok {
			return err
		}
		return k.step(t, err)
	}
	return k.step(t, nil)
}

// step runs the coroutine to its next wait.
func (k *Task) step(t *thread, exc error) error {
	if k.state != pending {
		return object.Errorf(stateOf(t).invalid, "__step(): already done: %s", object.MustReprT(t, k.value()))
	}
	if k.mustCancel {
		if e, ok := exc.(*object.Exception); !ok || !e.Type.IsSubtype(stateOf(t).cancelled) {
			exc = k.cancelledError(t)
		}
		k.mustCancel = false
	}
	k.waiter = value{}
	st := stateOf(t)
	if cur := st.currentTask(k.loop); cur.O != nil {
		return object.RuntimeErrorf("Cannot enter into task %s while another task %s is being executed.", object.MustReprT(t, k.value()), object.MustReprT(t, cur))
	}
	st.setCurrent(k.loop, k.value())
	v, done, err := k.resume(t, exc)
	st.setCurrent(k.loop, value{})
	return k.outcome(t, v, done, err)
}

// resume sends None or throws exc into the coroutine.
func (k *Task) resume(t *thread, exc error) (value, bool, error) {
	if exc != nil {
		e, ok := exc.(*object.Exception)
		if !ok {
			return value{}, false, exc
		}
		v, err := object.CallMethod(t, k.coro, "throw", object.Wrap(e))
		return stopped(v, err)
	}
	if send := object.SendSlot(k.coro); send != nil {
		return send(t, k.coro, object.None)
	}
	v, err := object.CallMethod(t, k.coro, "send", object.None)
	return stopped(v, err)
}

// stopped turns StopIteration into a finished result.
func stopped(v value, err error) (value, bool, error) {
	if e, ok := err.(*object.Exception); ok && e.Type.IsSubtype(&object.StopIterationType) {
		return object.StopValue(e), true, nil
	}
	return v, false, err
}

// outcome acts on what the coroutine did.
func (k *Task) outcome(t *thread, v value, done bool, err error) error {
	if err != nil {
		return k.failed(t, err)
	}
	if done {
		if k.mustCancel {
			k.mustCancel = false
			k.finish(t)
			_, err := k.Future.cancel(t, k.cancelMsg)
			return err
		}
		k.finish(t)
		return k.setResult(t, v)
	}
	return k.await(t, v)
}

// finish takes the task out of its loop's list.
func (k *Task) finish(t *thread) {
	if k.loop.O.Type.Solid == &LoopType {
		delete(object.As[Loop](k.loop).tasks, k)
	}
}

func (k *Task) failed(t *thread, err error) error {
	e, ok := err.(*object.Exception)
	if !ok {
		return err // an Interrupt: the whole loop ends
	}
	k.finish(t)
	if e.Type.IsSubtype(stateOf(t).cancelled) {
		k.cancelExc = e
		_, err := k.Future.cancel(t, value{})
		return err
	}
	if err := k.setException(t, e); err != nil {
		return err
	}
	if e.Type.IsSubtype(&object.KeyboardInterruptType) || e.Type.IsSubtype(&object.SystemExitType) {
		return e
	}
	return nil
}

// await parks the task on what its coroutine yielded.
func (k *Task) await(t *thread, v value) error {
	f := asFuture(v)
	if f == nil {
		return k.awaitOther(t, v)
	}
	if f.loop != k.loop {
		return k.callStep(t, object.Errorf(&object.RuntimeErrorType, "Task %s got Future %s attached to a different loop", object.MustReprT(t, k.value()), object.MustReprT(t, v)))
	}
	if !f.blocking {
		return k.callStep(t, object.Errorf(&object.RuntimeErrorType, "yield was used instead of yield from in task %s with %s", object.MustReprT(t, k.value()), object.MustReprT(t, v)))
	}
	if f == &k.Future {
		return k.callStep(t, object.Errorf(&object.RuntimeErrorType, "Task cannot await on itself: %s", object.MustReprT(t, k.value())))
	}
	f.blocking = false
	if err := f.addCallback(t, callback{task: k, ctx: k.ctx}); err != nil {
		return err
	}
	k.waiter = v
	return k.lateCancel(t)
}

// lateCancel passes on a cancellation that came while the coroutine ran.
func (k *Task) lateCancel(t *thread) error {
	if !k.mustCancel {
		return nil
	}
	ok, err := cancelAny(t, k.waiter, k.cancelMsg)
	if ok {
		k.mustCancel = false
	}
	return err
}

// cancelAny cancels a future of any kind.
func cancelAny(t *thread, fut, msg value) (bool, error) {
	if fut.O.Type == &TaskType {
		return object.As[Task](fut).cancelTask(t, msg)
	}
	if fut.O.Type == &FutureType {
		return object.As[Future](fut).cancel(t, msg)
	}
	m, err := object.GetAttrStr(t, fut, "cancel")
	if err != nil {
		return false, err
	}
	r, err := object.Call(t, m, []value{orNone(msg)}, []value{object.Wrap(t.Intern("msg"))})
	if err != nil {
		return false, err
	}
	return object.Truth(t, r)
}

func (k *Task) awaitOther(t *thread, v value) error {
	if v.IsNone() {
		return k.callStep(t, nil)
	}
	b, err := object.GetAttrOpt(t, v, t.Intern("_asyncio_future_blocking"))
	if err != nil {
		return k.callStep(t, err)
	}
	if b.O == nil || b.IsNone() {
		if object.IsGenerator(v) {
			return k.callStep(t, object.Errorf(&object.RuntimeErrorType, "yield was used instead of yield from for generator in task %s with %s", object.MustReprT(t, k.value()), object.MustReprT(t, v)))
		}
		return k.callStep(t, object.Errorf(&object.RuntimeErrorType, "Task got bad yield: %s", object.MustReprT(t, v)))
	}
	if err := object.SetAttr(t, v, t.Intern("_asyncio_future_blocking"), object.False); err != nil {
		return k.callStep(t, err)
	}
	m, err := object.GetAttrStr(t, v, "add_done_callback")
	if err != nil {
		return k.callStep(t, err)
	}
	if _, err := object.Call(t, m, []value{k.wakeupCallable(), object.Wrap(k.ctx)}, []value{object.Wrap(t.Intern("context"))}); err != nil {
		return k.callStep(t, err)
	}
	k.waiter = v
	return k.lateCancel(t)
}

func (k *Task) cancelTask(t *thread, msg value) (bool, error) {
	k.heard(t)
	if k.state != pending {
		return false, nil
	}
	k.cancels++
	if k.waiter.O != nil {
		ok, err := cancelAny(t, k.waiter, msg)
		if err != nil || ok {
			return ok, err
		}
	}
	k.mustCancel, k.cancelMsg = true, msg
	return true, nil
}

var taskCounter atomic.Int64

var taskPlan = object.ParsePlan("(coro, *, loop=None, name=None, context=None, eager_start=False)")

func taskInit(t *thread, self value, args, kw []value) error {
	a, err := object.BindArgs(t, taskPlan, "Task", args, kw)
	if err != nil {
		return err
	}
	k := object.As[Task](self)
	if err := k.Future.init(t, a[1]); err != nil {
		return err
	}
	if !object.IsCoroutineLike(a[0]) {
		return object.TypeErrorf("a coroutine was expected, got %s", object.MustReprT(t, a[0]))
	}
	k.coro = a[0]
	if a[2].O == nil || a[2].IsNone() {
		k.name = object.NewStr(fmt.Sprintf("Task-%d", taskCounter.Add(1)))
	} else if k.name, err = object.StrValue(t, a[2]); err != nil {
		return err
	}
	k.ctx = contextOf(t, a[3])
	k.logPending = true
	if k.loop.O.Type.Solid == &LoopType {
		object.As[Loop](k.loop).tasks[k] = struct{}{}
	}
	if a[4].O != nil {
		eager, err := object.Truth(t, a[4])
		if err != nil {
			return err
		}
		if eager {
			return k.startEagerly(t)
		}
	}
	return k.callStep(t, nil)
}

// startEagerly runs the first step at once.
func (k *Task) startEagerly(t *thread) error {
	st := stateOf(t)
	prev := st.currentTask(k.loop)
	st.setCurrent(k.loop, value{})
	if err := k.ctx.Enter(t); err != nil {
		return err
	}
	err := k.step(t, nil)
	k.ctx.Exit(t)
	st.setCurrent(k.loop, prev)
	return err
}

var taskMethods = []object.Func{
	{Name: "cancel", Sig: "($self, /, msg=None)", Doc: "Request that this task cancel itself.", Fn: func(t *thread, a []value) (value, error) {
		ok, err := object.As[Task](a[0]).cancelTask(t, a[1])
		return object.Bool(ok), err
	}},
	{Name: "cancelling", Sig: "($self, /)", Doc: "Return the number of pending cancellation requests.", Fn: func(t *thread, a []value) (value, error) {
		return object.IntOf(object.As[Task](a[0]).cancels), nil
	}},
	{Name: "uncancel", Sig: "($self, /)", Doc: "Decrement the number of cancellation requests and return the rest.", Fn: func(t *thread, a []value) (value, error) {
		k := object.As[Task](a[0])
		if k.cancels > 0 {
			k.cancels--
			if k.cancels == 0 {
				k.mustCancel = false
			}
		}
		return object.IntOf(k.cancels), nil
	}},
	{Name: "get_name", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return orNone(object.As[Task](a[0]).name), nil }},
	{Name: "set_name", Sig: "($self, value, /)", Fn: func(t *thread, a []value) (value, error) {
		s, err := object.StrValue(t, a[1])
		if err == nil {
			object.As[Task](a[0]).name = s
		}
		return object.None, err
	}},
	{Name: "get_coro", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return orNone(object.As[Task](a[0]).coro), nil }},
	{Name: "get_stack", Sig: "($self, *, limit=None)", Doc: "Return the list of stack frames for this task's coroutine.", Fn: func(t *thread, a []value) (value, error) {
		return inPython(t, "_task_get_stack", a[0], orNone(a[1]))
	}},
	{Name: "print_stack", Sig: "($self, *, limit=None, file=None)", Doc: "Print the stack or traceback for this task's coroutine.", Fn: func(t *thread, a []value) (value, error) {
		return inPython(t, "_task_print_stack", a[0], orNone(a[1]), orNone(a[2]))
	}},
	{Name: "get_context", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
		if c := object.As[Task](a[0]).ctx; c != nil {
			return object.Wrap(c), nil
		}
		return object.None, nil
	}},
	{Name: "set_result", Sig: "($self, result, /)", Fn: func(t *thread, a []value) (value, error) {
		return value{}, object.RuntimeErrorf("Task does not support set_result operation")
	}},
	{Name: "set_exception", Sig: "($self, exception, /)", Fn: func(t *thread, a []value) (value, error) {
		return value{}, object.RuntimeErrorf("Task does not support set_exception operation")
	}},
}

var taskGetSets = []object.GetSet{
	{Name: "_coro", Get: func(t *thread, v value) (value, error) { return orNone(object.As[Task](v).coro), nil }},
	{Name: "_fut_waiter", Get: func(t *thread, v value) (value, error) { return orNone(object.As[Task](v).waiter), nil }},
	{Name: "_must_cancel", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[Task](v).mustCancel), nil }},
	{Name: "_num_cancels_requested", Get: func(t *thread, v value) (value, error) { return object.IntOf(object.As[Task](v).cancels), nil }},
	{Name: "_log_destroy_pending", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[Task](v).logPending), nil }, Set: func(t *thread, v, x value) error {
		b, err := object.FlagValue(t, x)
		object.As[Task](v).logPending = b
		return err
	}},
}

func init() {
	taskWakeupType.Define(object.TypeSpec{
		Name: "TaskWakeupMethWrapper", Module: "_asyncio", Flags: object.FlagNoNew,
		Slots: object.Slots{Call: func(t *thread, v value, args, kw []value) (value, error) {
			if len(args) != 1 || len(kw) > 0 {
				return value{}, object.TypeErrorf("TaskWakeupMethWrapper expected 1 argument")
			}
			return object.None, object.As[taskWakeup](v).task.wakeup(t, args[0])
		}, Repr: func(t *thread, v value) (value, error) { return object.NewStr("Task.task_wakeup()"), nil }},
	})
	TaskType.Define(object.TypeSpec{
		Name: "Task", Module: "_asyncio", Base: &FutureType, Flags: object.FlagBase, Size: unsafe.Sizeof(Task{}), AttrsOff: unsafe.Offsetof(Future{}.Attrs),
		Sig: "(coro, *, loop=None, name=None, context=None, eager_start=False)", Doc: "A coroutine wrapped in a Future.",
		Slots: object.Slots{Init: taskInit, New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			return object.Wrap(object.Alloc[Task](tp, &TaskType)), nil
		}, Repr: func(t *thread, v value) (value, error) {
			m, err := object.ImportModule(t, "asyncio.base_tasks")
			if err != nil {
				return value{}, err
			}
			return object.CallMethod(t, m, "_task_repr", v)
		}, Traverse: func(v value, visit func(value)) {
			traverseFuture(v, visit)
			k := object.As[Task](v)
			for _, x := range []value{k.coro, k.name, k.waiter} {
				if x.O != nil {
					visit(x)
				}
			}
		}},
		Methods: taskMethods, GetSets: taskGetSets,
	})
}

// inPython calls a function of asyncio.base_tasks.
func inPython(t *thread, fn string, args ...value) (value, error) {
	m, err := object.ImportModule(t, "asyncio.base_tasks")
	if err != nil {
		return value{}, err
	}
	return object.CallMethod(t, m, fn, args...)
}
