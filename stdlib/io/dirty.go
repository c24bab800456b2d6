package io

import (
	"sync"

	"github.com/gopy-lang/gopy/object"
)

// Programs that rely on CPython's reference counts write files without closing
// them. What such a file still holds is written before anything can look at it:
// before open, stat, rename, a child process, and at exit. The list keeps files
// with unwritten data alive; written ones leave it.

type dirtyKey struct{}

type dirtyList struct {
	mu    sync.Mutex
	files []flusher
}

type flusher interface {
	// writeOut writes what is pending, unless the object is in use.
	writeOut(t *thread) error
}

func dirtyOf(t *thread) *dirtyList {
	if v, ok := t.Interp.Extra.Load(dirtyKey{}); ok {
		return v.(*dirtyList)
	}
	v, _ := t.Interp.Extra.LoadOrStore(dirtyKey{}, &dirtyList{})
	return v.(*dirtyList)
}

func (l *dirtyList) add(f flusher) {
	l.mu.Lock()
	l.files = append(l.files, f)
	l.mu.Unlock()
}

// markDirty puts b on the list if it writes to a file of its own.
func (b *buffered) markDirty(t *thread) {
	if b.file == nil || !b.file.closefd {
		return
	}
	b.dirty = true
	dirtyOf(t).add(b)
}

func (b *buffered) writeOut(t *thread) error {
	b.dirty = false
	if len(b.wbuf) == 0 || b.file == nil || b.file.num() < 0 || !b.lock.TryAcquire(&t.G) {
		return nil
	}
	defer b.leave(t)
	return b.flushWrites(t)
}

// FlushDirty writes out the pending data of all files the program may have
// forgotten. Errors of single files are dropped, as those of destructors are.
func FlushDirty(t *thread) error {
	l := dirtyOf(t)
	l.mu.Lock()
	files := l.files
	l.files = nil
	l.mu.Unlock()
	for _, f := range files {
		if err := f.writeOut(t); err != nil {
			if _, ok := err.(*object.Exception); !ok {
				return err
			}
		}
	}
	return nil
}
