package sys

import "github.com/gopy-lang/gopy/object"

// auditKey keys the audit hooks of an interpreter in Interp.Extra.
type auditKey struct{}

// audit is an interpreter's list of audit hooks (PEP 578). gopy itself raises
// no events yet: hooks hear those of sys.audit.
type audit struct{ hooks []value }

func hooksOf(t *thread) *audit {
	if v, ok := t.Interp.Extra.Load(auditKey{}); ok {
		return v.(*audit)
	}
	v, _ := t.Interp.Extra.LoadOrStore(auditKey{}, &audit{})
	return v.(*audit)
}

var auditFuncs = []object.Func{
	{Name: "addaudithook", Sig: "(hook)", Doc: "Add a callable that is told about every audit event.", Fn: func(t *thread, a []value) (value, error) {
		h := hooksOf(t)
		h.hooks = append(h.hooks, a[len(a)-1])
		return object.None, nil
	}},
	{Name: "audit", Sig: "(event, /, *args)", Doc: "Pass an event to all audit hooks.", Fn: func(t *thread, a []value) (value, error) {
		if a[0].O.Type.Solid != &object.StrType {
			return value{}, object.TypeErrorf("audit() argument 1 must be str, not %s", a[0].O.Type.MsgName())
		}
		for _, h := range hooksOf(t).hooks {
			if _, err := object.CallArgs(t, h, a[0], a[1]); err != nil {
				return value{}, err
			}
		}
		return object.None, nil
	}},
}
