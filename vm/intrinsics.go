package vm

import (
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// opIntrinsic executes INTRIN1 and INTRIN2: type parameters and the like.
func (t *Thread) opIntrinsic(f *Frame, in *code.Ins) error {
	v, err := t.intrinsic(f, in)
	if err == nil {
		*f.reg(in.A) = v
	}
	return err
}

func (t *Thread) intrinsic(f *Frame, in *code.Ins) (object.Value, error) {
	ot := &t.Thread
	x := *f.reg(in.B)
	if in.Op == code.OpINTRIN1 {
		switch in.C {
		case code.IntrinIter:
			return object.Iter(ot, x)
		case code.IntrinTypeVar:
			return object.NewTypeVar(object.As[object.Str](x).String(), object.Value{}, object.Value{}), nil
		case code.IntrinParamSpec:
			return object.NewParamSpec(object.As[object.Str](x).String()), nil
		case code.IntrinTypeVarTuple:
			return object.NewTypeVarTuple(object.As[object.Str](x).String()), nil
		case code.IntrinSubscriptGeneric:
			return object.SubscriptGeneric(ot, x)
		case code.IntrinTypeAlias:
			p := object.As[object.Tuple](x).Items
			return object.NewTypeAlias(object.As[object.Str](p[0]).String(), p[1], p[2]), nil
		}
		return object.Value{}, object.SystemErrorf("unknown intrinsic function %d", in.C)
	}
	y := f.regs(in.B, 2)[1]
	switch in.C {
	case code.IntrinTypeVarBound:
		return object.NewTypeVar(object.As[object.Str](x).String(), y, object.Value{}), nil
	case code.IntrinTypeVarConstraints:
		return object.NewTypeVar(object.As[object.Str](x).String(), object.Value{}, y), nil
	case code.IntrinSetTypeParamDefault:
		object.SetTypeParamDefault(x, y)
		return x, nil
	case code.IntrinSetFunctionTypeParams:
		object.As[Function](x).TypeParams = y
		return x, nil
	}
	return object.Value{}, object.SystemErrorf("unknown intrinsic function %d", in.C)
}

// opTemplate executes INTERP and TEMPLATE: the parts of a template string and
// the whole.
func (t *Thread) opTemplate(f *Frame, in *code.Ins) error {
	if in.Op == code.OpTEMPLATE {
		r := f.regs(in.B, 2)
		*f.reg(in.A) = object.NewTemplate(r[0], r[1])
		return nil
	}
	spec := object.NewStr("")
	r := f.regs(in.B, 2)
	if in.C&(1<<8) != 0 {
		r = f.regs(in.B, 3)
		spec = r[2]
	}
	*f.reg(in.A) = object.NewInterpolation(r[0], r[1], byte(in.C), spec)
	return nil
}
