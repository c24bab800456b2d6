package vm

import (
	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

func (t *Thread) opTemplate(f *Frame, in *code.Ins) error {
	return object.SystemErrorf("template strings are not available in gopy yet")
}

func (t *Thread) opIntrinsic(f *Frame, in *code.Ins) error {
	if in.Op == code.OpINTRIN1 && in.C == code.IntrinIter {
		it, err := object.Iter(&t.Thread, *f.reg(in.B))
		if err == nil {
			*f.reg(in.A) = it
		}
		return err
	}
	return object.SystemErrorf("type parameters are not available in gopy yet")
}
