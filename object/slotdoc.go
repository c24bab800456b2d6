package object

import "strings"

// slotDocs are the docstrings of methods made of slots.
var slotDocs = map[string]string{
	"__repr__": "Return repr(self).", "__str__": "Return str(self).", "__hash__": "Return hash(self).", "__len__": "Return len(self).",
	"__iter__": "Implement iter(self).", "__next__": "Implement next(self).", "__bool__": "True if self else False",
	"__int__": "int(self)", "__float__": "float(self)", "__neg__": "-self", "__pos__": "+self", "__invert__": "~self", "__abs__": "abs(self)",
	"__getattribute__": "Return getattr(self, name).", "__setattr__": "Implement setattr(self, name, value).",
	"__delattr__": "Implement delattr(self, name).", "__init__": "Initialize self.  See help(type(self)) for accurate signature.",
	"__call__": "Call self as a function.", "__getitem__": "Return self[key].", "__setitem__": "Set self[key] to value.",
	"__delitem__": "Delete self[key].", "__contains__": "Return bool(key in self).", "__get__": "Return an attribute of instance, which is of type owner.",
	"__set__": "Set an attribute of instance to value.", "__delete__": "Delete an attribute of instance.", "__divmod__": "Return divmod(self, value).",
	"__rdivmod__": "Return divmod(value, self).", "__pow__": "Return pow(self, value, mod).", "__rpow__": "Return pow(value, self, mod).",
	"__await__": "Return an iterator to be used in await expression.", "__aiter__": "Return an awaitable, that resolves in asynchronous iterator.",
	"__anext__": "Return a value or raise StopAsyncIteration.",
	"__index__": "Return self converted to an integer, if self is suitable for use as an index into a list.",
}

// slotSigns are the operators of the methods that need no entry in slotDocs.
var slotSigns = map[string]string{
	"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "matmul": "@", "and": "&", "or": "|", "xor": "^",
	"lshift": "<<", "rshift": ">>", "lt": "<", "le": "<=", "eq": "==", "ne": "!=", "gt": ">", "ge": ">=", "pow": "**",
}

// slotDoc returns the docstring of the slot method called name.
func slotDoc(name string) string {
	if d, ok := slotDocs[name]; ok {
		return d
	}
	op := strings.Trim(name, "_")
	if s, ok := slotSigns[op]; ok {
		return "Return self" + s + "value."
	}
	if s, ok := slotSigns[strings.TrimPrefix(op, "r")]; ok {
		return "Return value" + s + "self."
	}
	if s, ok := slotSigns[strings.TrimPrefix(op, "i")]; ok {
		return "Return self" + s + "=value."
	}
	return ""
}
