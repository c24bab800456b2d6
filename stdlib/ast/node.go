package ast

// The methods of AST.

import (
	"slices"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// addMethods gives AST its methods.
func (s *state) addMethods(t *thread) error {
	for i := range nodeMethods {
		row := &nodeMethods[i]
		if err := object.SetAttr(t, object.Wrap(s.ast), t.Intern(row.Name), object.NewMethodDescr(s.ast, row)); err != nil {
			return err
		}
	}
	return nil
}

var nodeMethods []object.Func

// init breaks the circle between the rows and the state that holds the classes.
func init() { nodeMethods = methodRows }

var methodRows = []object.Func{
	{Name: "__init__", Sig: "($self, /, *args, **kwargs)", Doc: "Initialize self.  See help(type(self)) for accurate signature.", Fn: initNode},
	{Name: "__repr__", Sig: "($self, /)", Doc: "Return repr(self).", Fn: func(t *thread, a []value) (value, error) {
		s, err := stateOf(t)
		if err != nil {
			return value{}, err
		}
		text, err := s.repr(t, a[0], 3)
		return object.NewStr(text), err
	}},
	{Name: "__reduce__", Sig: "($self, /)", Doc: "Helper for pickle.", Fn: reduceNode},
	{Name: "__replace__", Sig: "($self, /, *args, **fields)", Doc: "Return a copy of the AST node with new values for the specified fields.", Fn: replaceNode},
}

// classNames returns the names in attribute n of v's class, which is a tuple.
func classNames(t *thread, v value, n *object.Str) ([]value, error) {
	x, err := object.GetAttrOpt(t, object.Wrap(v.O.Type), n)
	if err != nil || x.IsNil() {
		return nil, err
	}
	return object.Items(t, x)
}

func has(names []value, n value) bool {
	s, ok := object.AsStr(n)
	return ok && slices.ContainsFunc(names, func(v value) bool {
		x, ok := object.AsStr(v)
		return ok && x.String() == s.String()
	})
}

func without(names []value, n value) []value {
	s := object.As[object.Str](n).String()
	return slices.DeleteFunc(slices.Clone(names), func(v value) bool {
		x, ok := object.AsStr(v)
		return ok && x.String() == s
	})
}

func setField(t *thread, v, name, val value) error {
	s, ok := object.AsStr(name)
	if !ok {
		return object.TypeErrorf("attribute name must be string, not '%s'", name.O.Type.MsgName())
	}
	return object.SetAttr(t, v, t.Interp.InternStr(s), val)
}

// initNode is AST.__init__: arguments fill the fields in order or by name.
func initNode(t *thread, a []value) (value, error) {
	s, err := stateOf(t)
	if err != nil {
		return value{}, err
	}
	self, args := a[0], object.As[object.Tuple](a[1]).Items
	if _, err := object.GetAttr(t, object.Wrap(self.O.Type), s.fields); err != nil {
		if self.O.Type == s.ast && object.IsExc(err, &object.AttributeErrorType) {
			err = object.AttributeErrorf("type object 'ast.AST' has no attribute '_fields'")
		}
		return value{}, err
	}
	fields, err := classNames(t, self, s.fields)
	if err != nil {
		return value{}, err
	}
	if len(args) > len(fields) {
		plural := "s"
		if len(fields) == 1 {
			plural = ""
		}
		return value{}, object.TypeErrorf("%s constructor takes at most %d positional argument%s", self.O.Type.MsgName(), len(fields), plural)
	}
	for i, x := range args {
		if err := setField(t, self, fields[i], x); err != nil {
			return value{}, err
		}
	}
	remaining, err := s.setKeywords(t, self, fields, fields[len(args):], object.As[object.Dict](a[2]))
	if err != nil {
		return value{}, err
	}
	return none, s.setDefaults(t, self, remaining)
}

// setKeywords sets the fields and attributes given by name and returns the
// fields that remain.
func (s *state) setKeywords(t *thread, self value, fields, remaining []value, kw *object.Dict) ([]value, error) {
	var err error
	kw.Each(func(k, v value) bool {
		switch {
		case has(remaining, k):
			remaining = without(remaining, k)
		case has(fields, k):
			err = object.TypeErrorf("%s got multiple values for argument %s", self.O.Type.MsgName(), object.MustReprT(t, k))
		default:
			var attributes []value
			if attributes, err = classNames(t, self, s.attributes); err == nil && !has(attributes, k) {
				err = object.Warn(t, &object.DeprecationWarningType, self.O.Type.MsgName()+".__init__ got an unexpected keyword argument "+object.MustReprT(t, k)+
					". Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.")
			}
		}
		if err == nil {
			err = setField(t, self, k, v)
		}
		return err == nil
	})
	return remaining, err
}

// setDefaults gives fields that were not mentioned their defaults.
func (s *state) setDefaults(t *thread, self value, remaining []value) error {
	if len(remaining) == 0 {
		return nil
	}
	types, err := object.GetAttrOpt(t, object.Wrap(self.O.Type), s.fieldTypes)
	if err != nil || types.IsNil() {
		return err
	}
	if !types.Is(&object.DictType) {
		return object.TypeErrorf("%s._field_types must be a dictionary, not %s", self.O.Type.MsgName(), types.O.Type.MsgName())
	}
	for _, f := range remaining {
		tp, ok, err := object.As[object.Dict](types).Get(t, f)
		switch {
		case err != nil:
			return err
		case !ok:
			err = object.Warn(t, &object.DeprecationWarningType, "Field "+object.MustReprT(t, f)+" is missing from "+self.O.Type.MsgName()+
				"._field_types. This will become an error in Python 3.15.")
		case tp.O.Type == &object.UnionType: // the class has None
		case tp.O.Type == &object.GenericAliasType:
			err = setField(t, self, f, object.NewList())
		case tp == object.Wrap(s.classes[sumExprContext]):
			err = setField(t, self, f, s.single[clsLoad])
		default:
			err = object.Warn(t, &object.DeprecationWarningType, self.O.Type.MsgName()+".__init__ missing 1 required positional argument: "+object.MustReprT(t, f)+
				". This will become an error in Python 3.15.")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// repr is the text of v down to depth levels.
func (s *state) repr(t *thread, v value, depth int) (string, error) {
	name := v.O.Type.Name
	if depth <= 0 {
		return name + "(...)", nil
	}
	if err := t.EnterNative(" during ast repr"); err != nil {
		return "", err
	}
	defer t.LeaveNative()
	fields, err := classNames(t, v, s.fields)
	if err != nil {
		return "", err
	}
	parts := make([]string, len(fields))
	for i, f := range fields {
		n, ok := object.AsStr(f)
		if !ok {
			return "", object.TypeErrorf("attribute name must be string, not '%s'", f.O.Type.MsgName())
		}
		x, err := object.GetAttr(t, v, t.Interp.InternStr(n))
		if err != nil {
			return "", err
		}
		text, err := s.reprField(t, x, depth)
		if err != nil {
			return "", err
		}
		parts[i] = n.String() + "=" + text
	}
	return name + "(" + strings.Join(parts, ", ") + ")", nil
}

func (s *state) reprField(t *thread, v value, depth int) (string, error) {
	if !v.Is(&object.ListType) && !v.Is(&object.TupleType) {
		return s.reprValue(t, v, depth-1)
	}
	items, err := object.Items(t, v)
	if err != nil {
		return "", err
	}
	if len(items) == 0 {
		return s.reprValue(t, v, depth)
	}
	first, err := s.reprValue(t, items[0], depth-1)
	if err != nil {
		return "", err
	}
	if len(items) > 2 {
		first += ", ..."
	}
	if len(items) > 1 {
		last, err := s.reprValue(t, items[len(items)-1], depth-1)
		if err != nil {
			return "", err
		}
		first += ", " + last
	}
	if v.Is(&object.ListType) {
		return "[" + first + "]", nil
	}
	return "(" + first + ")", nil
}

func (s *state) reprValue(t *thread, v value, depth int) (string, error) {
	if v.Is(s.ast) {
		return s.repr(t, v, depth)
	}
	return object.Repr(t, v)
}

// ownFields copies v's __dict__.
func ownFields(v value) *object.Dict {
	d := object.NewDict()
	object.EachOwnAttr(v, func(n, x value) { d.SetStr(object.As[object.Str](n), x) })
	return d
}

// reduceNode is AST.__reduce__: the state holds everything; the constructor
// gets a None for each field that is there, so that it does not warn.
func reduceNode(t *thread, a []value) (value, error) {
	s, err := stateOf(t)
	if err != nil {
		return value{}, err
	}
	fields, err := classNames(t, a[0], s.fields)
	if err != nil {
		return value{}, err
	}
	d := ownFields(a[0])
	var args []value
	for _, f := range fields {
		if _, ok, err := d.Get(t, f); err != nil {
			return value{}, err
		} else if !ok {
			break
		}
		args = append(args, none)
	}
	return object.NewTuple(object.Wrap(a[0].O.Type), object.NewTupleOwned(args), object.Wrap(d)), nil
}

// replaceNode is AST.__replace__: fields and attributes are kept, other values
// are not.
func replaceNode(t *thread, a []value) (value, error) {
	s, err := stateOf(t)
	if err != nil {
		return value{}, err
	}
	if len(object.As[object.Tuple](a[1]).Items) > 0 {
		return value{}, object.TypeErrorf("__replace__() takes no positional arguments")
	}
	self, kw := a[0], object.As[object.Dict](a[2])
	fields, err := classNames(t, self, s.fields)
	if err != nil {
		return value{}, err
	}
	attributes, err := classNames(t, self, s.attributes)
	if err != nil {
		return value{}, err
	}
	known := append(slices.Clone(fields), attributes...)
	for _, k := range kw.Keys() {
		if !has(known, k) {
			return value{}, object.TypeErrorf("%s.__replace__ got an unexpected keyword argument %s.", self.O.Type.MsgName(), object.MustReprT(t, k))
		}
	}
	own := ownFields(self)
	var names, vals []value
	var missing []string
	for i, n := range known {
		v, ok, err := kw.Get(t, n)
		if err == nil && !ok {
			v, ok, err = own.Get(t, n)
		}
		switch {
		case err != nil:
			return value{}, err
		case ok:
			names, vals = append(names, n), append(vals, v)
		case i < len(fields):
			if required, err := lacks(t, self, n); err != nil {
				return value{}, err
			} else if required {
				missing = append(missing, object.MustReprT(t, n))
			}
		}
	}
	if len(missing) > 0 {
		plural := "s"
		if len(missing) == 1 {
			plural = ""
		}
		slices.Sort(missing)
		return value{}, object.TypeErrorf("%s.__replace__ missing %d keyword argument%s: %s.", self.O.Type.MsgName(), len(missing), plural, strings.Join(missing, ", "))
	}
	return object.Call(t, object.Wrap(self.O.Type), vals, names)
}

// lacks reports whether v has no attribute name at all.
func lacks(t *thread, v, name value) (bool, error) {
	n, ok := object.AsStr(name)
	if !ok {
		return true, nil
	}
	x, err := object.GetAttrOpt(t, v, t.Interp.InternStr(n))
	return x.IsNil(), err
}
