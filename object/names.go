package object

// Static names: the special-method names and attributes the runtime itself
// looks up. They are immutable and shared by all interpreters.

var staticNames = make(map[string]*Str, 160)

// name returns the static name s; for package variables only.
func name(s string) *Str {
	if p := staticNames[s]; p != nil {
		return p
	}
	p := newStr(s)
	p.hash = hashString(s)
	p.interned = true
	staticNames[s] = p
	return p
}

// StaticName returns the static name for s if there is one.
func StaticName(s string) *Str { return staticNames[s] }

var (
	nameModule        = name("__module__")
	nameQualname      = name("__qualname__")
	nameName          = name("__name__")
	nameDoc           = name("__doc__")
	nameDict          = name("__dict__")
	nameClass         = name("__class__")
	nameClassCell     = name("__classcell__")
	nameClassDictCell = name("__classdictcell__")
	nameBases         = name("__bases__")
	nameInit          = name("__init__")
	nameNew           = name("__new__")
	nameSlots         = name("__slots__")
	nameSetName       = name("__set_name__")
	nameInitSubclass  = name("__init_subclass__")
	nameClassGetitem  = name("__class_getitem__")
	nameInstancecheck = name("__instancecheck__")
	nameSubclasscheck = name("__subclasscheck__")
	nameLengthHint    = name("__length_hint__")
	nameSetattr       = name("__setattr__")
	nameGetattr       = name("__getattr__")
	nameGetattribute  = name("__getattribute__")
	nameHash          = name("__hash__")
	nameEq            = name("__eq__")
	nameAbstract      = name("__abstractmethods__")
	nameIsAbstract    = name("__isabstractmethod__")
	nameFormat        = name("__format__")
	nameReversed      = name("__reversed__")
	nameMissing       = name("__missing__")
	nameDel           = name("__del__")
	_                 = name("__index__")
	_                 = name("__int__")
	_                 = name("__float__")
	nameComplex       = name("__complex__")
	_                 = name("__trunc__")
	nameBytes         = name("__bytes__")
	_                 = name("__round__")
	nameDir           = name("__dir__")
	nameFile          = name("__file__")
	nameKeys          = name("keys")
	nameNotes         = name("__notes__")
	nameStaticAttrs   = name("__static_attributes__")
	nameFirstlineno   = name("__firstlineno__")
	nameWeakref       = name("__weakref__")
	nameGetState      = name("__getstate__")
	nameReduce        = name("__reduce__")
	nameReduceEx      = name("__reduce_ex__")
	nameAnnotate      = name("__annotate__")
	nameAnnotateFunc  = name("__annotate_func__")
	nameAnnotations   = name("__annotations__")
	nameAnnotCache    = name("__annotations_cache__")
	nameTypeParams    = name("__type_params__")
	nameMroEntries    = name("__mro_entries__")
	_                 = name("__prepare__")
	_                 = name("__builtins__")
	_                 = name("__match_args__")
	_                 = name("__enter__")
	_                 = name("__exit__")
	nameMro           = name("mro")
	nameGet           = name("__get__")
	nameSet           = name("__set__")
	nameDelete        = name("__delete__")
	nameThrow         = name("throw")
	nameClose         = name("close")
	nameSend          = name("send")
)
