// Package io implements the io module (library reference, "io"): raw files on
// descriptors, buffers, text layers, and open(). The abstract classes and their
// registrations are in io.py; everything that moves data is here, in _io.
package io
