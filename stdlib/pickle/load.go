package pickle

import (
	"strconv"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// stepText does the opcodes of protocols 0 and 1.
func (u *Unpickler) stepText(op byte) (bool, error) {
	switch op {
	case opInt, opLong:
		return true, u.textInt(op)
	case opFloat:
		return true, u.textFloat()
	case opString:
		return true, u.textString()
	case opBinString, opShortBinString:
		return true, u.binString(op)
	case opUnicode:
		s, err := u.line()
		if err != nil {
			return true, err
		}
		r, err := object.DecodeBytes(u.t, []byte(s), object.NewBytesString(s), "raw_unicode_escape", "strict")
		if err != nil {
			return true, err
		}
		u.push(object.NewStr(r))
	case opGet, opPut:
		s, err := u.number()
		if err != nil {
			return true, err
		}
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil {
			return true, object.ValueErrorf("invalid literal for int() with base 10: %s", object.ReprString(s+"\n"))
		}
		if op == opGet {
			return true, u.memoGet(n)
		}
		if len(u.stack) <= u.floor {
			return true, u.underflow()
		}
		if n < 0 {
			return true, object.ValueErrorf("negative PUT argument")
		}
		return true, u.memoPut(n)
	case opPersID:
		s, err := u.line()
		if err != nil {
			return true, err
		}
		return true, u.persistentLoad(object.NewStr(s))
	case opBinPersID:
		id, err := u.pop()
		if err != nil {
			return true, err
		}
		return true, u.persistentLoad(id)
	case opList, opDict, opTuple:
		return true, u.collect(op)
	case opInst, opObj:
		return true, u.instance(op)
	default:
		return false, nil
	}
	return true, nil
}

func (u *Unpickler) textInt(op byte) error {
	s, err := u.number()
	if err != nil {
		return err
	}
	if op == opInt && (s == "01" || s == "00") {
		u.push(object.Bool(s == "01"))
		return nil
	}
	text := s
	if op == opLong {
		text = strings.TrimSuffix(s, "L")
	}
	if n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64); err == nil {
		u.push(object.Int(n))
		return nil
	}
	v, err := object.CallArgs(u.t, object.Wrap(&object.IntType), object.NewStr(text+"\n"))
	if err != nil {
		if op == opInt && object.IsExc(err, &object.ValueErrorType) {
			return object.ValueErrorf("could not convert string to int")
		}
		return err
	}
	u.push(v)
	return nil
}

func (u *Unpickler) textFloat() error {
	s, err := u.number()
	if err != nil {
		return err
	}
	v, err := object.CallArgs(u.t, object.Wrap(&object.FloatType), object.NewStr(s))
	if err != nil {
		return object.ValueErrorf("could not convert string to float: '%s\n'", s)
	}
	u.push(v)
	return nil
}

// textString is a quoted string of Python 2.
func (u *Unpickler) textString() error {
	s, err := u.line()
	if err != nil {
		return err
	}
	s = strings.TrimRight(s, " \t\r\n\f\v")
	if len(s) < 2 || s[0] != s[len(s)-1] || s[0] != '\'' && s[0] != '"' {
		return u.fail("the STRING opcode argument must be quoted")
	}
	b, err := object.UnescapeBytes([]byte(s[1:len(s)-1]), "strict")
	if err != nil {
		return err
	}
	return u.pushString(b)
}

func (u *Unpickler) binString(op byte) error {
	size := 1
	if op == opBinString {
		size = 4
	}
	n, err := u.uint(size)
	if err != nil {
		return err
	}
	if op == opBinString && int32(n) < 0 {
		return u.fail("BINSTRING pickle has negative byte count")
	}
	b, err := u.need(int(n))
	if err != nil {
		return err
	}
	return u.pushString(b)
}

// pushString decodes a str of Python 2.
func (u *Unpickler) pushString(b []byte) error {
	v := object.NewBytes(append([]byte(nil), b...))
	if u.encoding != "bytes" {
		s, err := object.DecodeBytes(u.t, b, v, u.encoding, u.errors)
		if err != nil {
			return err
		}
		v = object.NewStr(s)
	}
	u.push(v)
	return nil
}

func (u *Unpickler) persistentLoad(id value) error {
	if u.pers.O == nil {
		return u.fail("%s", noPersistent)
	}
	v, err := object.CallArgs(u.t, u.pers, id)
	if err == nil {
		u.push(v)
	}
	return err
}

// collect makes a container of what stands behind the mark.
func (u *Unpickler) collect(op byte) error {
	items, err := u.popMark()
	if err != nil {
		return err
	}
	switch op {
	case opTuple:
		u.push(object.NewTupleOwned(items))
	case opList:
		u.push(object.NewListOwned(items))
	default:
		if len(items)%2 != 0 {
			return u.fail("odd number of items for DICT")
		}
		d := object.NewDict()
		for i := 0; i < len(items); i += 2 {
			if err := d.Set(u.t, items[i], items[i+1]); err != nil {
				return err
			}
		}
		u.push(object.Wrap(d))
	}
	return nil
}

// instance makes an instance of a class of the old protocols.
func (u *Unpickler) instance(op byte) error {
	args, err := u.popMark()
	if err != nil {
		return err
	}
	var cls value
	if op == opInst {
		if cls, err = u.globalLines(); err != nil {
			return err
		}
	} else {
		if len(args) == 0 {
			return u.fail("unpickling stack underflow")
		}
		cls, args = args[0], args[1:]
	}
	if len(args) == 0 && cls.O.Type.Solid == &object.TypeType {
		f, err := object.GetAttrOpt(u.t, cls, u.t.Intern("__getinitargs__"))
		if err != nil {
			return err
		}
		if f.O == nil {
			v, err := object.CallMethod(u.t, cls, "__new__", cls)
			if err == nil {
				u.push(v)
			}
			return err
		}
	}
	v, err := object.Call(u.t, cls, args, nil)
	if err == nil {
		u.push(v)
	}
	return err
}

func (u *Unpickler) globalLines() (value, error) {
	m, err := u.number()
	if err != nil {
		return value{}, err
	}
	n, err := u.number()
	if err != nil {
		return value{}, err
	}
	for _, p := range []*string{&m, &n} {
		if *p, _, err = object.DecodeUTF8(u.t, []byte(*p), "strict", value{}, true); err != nil {
			return value{}, err
		}
	}
	return u.lookup(m, n)
}

// lookup is find_class, also that of a subclass.
func (u *Unpickler) lookup(module, name string) (value, error) {
	if u.Global != nil {
		return u.Global(u.t, module, name)
	}
	if u.find.O != nil {
		return object.CallArgs(u.t, u.find, object.NewStr(module), object.NewStr(name))
	}
	return u.findClass(module, name)
}

// FindClass is find_class.
func (u *Unpickler) FindClass(module, name string) (object.Value, error) {
	return u.findClass(module, name)
}

func (u *Unpickler) findClass(module, name string) (value, error) {
	if u.proto < 3 && u.fix {
		module, name = newName(module, name)
	}
	m, err := importByName(u.t, module)
	if err != nil {
		return value{}, err
	}
	if u.proto < 4 {
		return object.GetAttr(u.t, m, u.t.Intern(name))
	}
	v := m
	for _, n := range strings.Split(name, ".") {
		if v, err = object.GetAttr(u.t, v, u.t.Intern(n)); err != nil {
			if strings.Contains(name, ".") && object.IsExc(err, &object.AttributeErrorType) {
				return value{}, object.AttributeErrorf("Can't resolve path %s on module %s", object.ReprString(name), object.MustReprT(u.t, m))
			}
			return value{}, err
		}
	}
	return v, nil
}
