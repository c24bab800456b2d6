//go:build unix

package multiprocessing

import (
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/pickle"
)

// Loggers go by name; their levels, handlers and filters with them.

func isLogger(t *thread, tp *object.Type) bool {
	if !tp.IsHeap() {
		return false
	}
	for _, m := range tp.MRO {
		if m.IsHeap() && m.Name == "Logger" && m.FullName(t) == "logging.Logger" {
			return true
		}
	}
	return false
}

func (w *writer) saveLogger(p *pickle.Pickler, v value) (bool, error) {
	d := object.NewDict()
	object.EachOwnAttr(v, func(n, x value) {
		if s, ok := object.AsStr(n); ok && s.String() != "manager" && s.String() != "_cache" {
			d.SetStr(s, x)
		}
	})
	name, ok := d.GetGo(w.t, "name")
	if !ok {
		return false, nil
	}
	if v.O.Type.Name == "RootLogger" {
		name = object.None
	}
	w.touch("logging")
	return w.make(p, v, "_logger", object.NewTuple(name), "_fill", object.NewTuple(object.Wrap(d), object.EmptyTuple))
}

// loggers writes all loggers that there are.
func (w *writer) loggers(p *pickle.Pickler, module value) error {
	root, err := object.GetAttrOpt(w.t, module, w.t.Intern("root"))
	if err != nil || root.O == nil {
		return err
	}
	list := []value{root}
	if m, err := object.GetAttrOpt(w.t, root, w.t.Intern("manager")); err == nil && m.O != nil {
		if d, err := object.GetAttrOpt(w.t, m, w.t.Intern("loggerDict")); err == nil && d.O != nil && d.O.Type == &object.DictType {
			object.As[object.Dict](d).Each(func(_, x value) bool {
				if isLogger(w.t, x.O.Type) {
					list = append(list, x)
				}
				return true
			})
		}
	}
	w.root = "logging"
	return p.DumpBare(object.NewTuple(object.NewTuple(list...)))
}

func makeLogger(t *thread, a []value) (value, error) {
	m, err := importNamed(t, "logging")
	if err != nil {
		return value{}, err
	}
	if a[0].IsNone() {
		return object.GetAttrStr(t, m, "root")
	}
	return object.CallMethod(t, m, "getLogger", a[0])
}
