package http

import (
	"context"
	"io"
	nethttp "net/http"
	"syscall"
	"time"

	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/asyncio"
	"github.com/gopy-lang/gopy/stdlib/internal/httpclient"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Types of _http.
var (
	responseType  object.Type
	transportType object.Type

	// GaiErrorType is socket.gaierror.
	GaiErrorType object.Type
	// SSLErrorType is ssl.SSLError.
	SSLErrorType object.Type
	// CertErrorType is ssl.SSLCertVerificationError.
	CertErrorType      object.Type
	disconnectedType   object.Type
	incompleteReadType object.Type
	invalidURLType     object.Type
)

// response is the answer to a request; its body is read on demand.
type response struct {
	object.Header
	r      *httpclient.Response
	tr     *nethttp.Transport
	own    bool // the transport belongs to this response
	closed bool
}

// transport keeps connections and TLS settings.
type transport struct {
	object.Header
	tr *nethttp.Transport
}

func init() {
	object.DefineException(&GaiErrorType, "socket", "gaierror", &object.OSErrorType, "")
	object.DefineException(&SSLErrorType, "ssl", "SSLError", &object.OSErrorType, "An error occurred in the SSL implementation.")
	object.DefineException(&CertErrorType, "ssl", "SSLCertVerificationError", &SSLErrorType, "A certificate could not be verified.")
	object.DefineException(&disconnectedType, "http.client", "RemoteDisconnected", &object.ConnectionResetErrorType, "")
	object.DefineException(&incompleteReadType, "http.client", "IncompleteRead", &object.ExceptionType, "")
	object.DefineException(&invalidURLType, "http.client", "InvalidURL", &object.ExceptionType, "")
	transportType.Define(object.TypeSpec{Name: "Transport", Module: "_http", Flags: object.FlagNoNew,
		Methods: []object.Func{{Name: "close", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
			object.As[transport](a[0]).tr.CloseIdleConnections()
			return object.None, nil
		}}}})
	field := func(n string, f func(r *response) value) object.GetSet {
		return object.GetSet{Name: n, Get: func(t *thread, v value) (value, error) { return f(object.As[response](v)), nil }}
	}
	responseType.Define(object.TypeSpec{Name: "Response", Module: "_http", Flags: object.FlagNoNew,
		GetSets: []object.GetSet{
			field("status", func(r *response) value { return object.IntOf(r.r.Status) }),
			field("reason", func(r *response) value { return object.NewStr(r.r.Reason) }),
			field("version", func(r *response) value { return object.IntOf(r.r.Version) }),
			field("length", func(r *response) value {
				if r.r.Length < 0 {
					return object.None
				}
				return object.Int(r.r.Length)
			}),
			field("closed", func(r *response) value { return object.Bool(r.closed) }),
			field("headers", func(r *response) value {
				items := make([]value, len(r.r.Header))
				for i, h := range r.r.Header {
					items[i] = object.NewTuple2(object.NewStr(h[0]), object.NewStr(h[1]))
				}
				return object.NewList(items...)
			}),
		},
		Methods: []object.Func{
			{Name: "read", Sig: "($self, n=-1, /)", Doc: "Read n bytes of the body, or all of the rest.", Fn: readBlocking},
			{Name: "read_future", Sig: "($self, loop, n=-1, /)", Doc: "As read, as a future of loop.", Fn: readFuture},
			{Name: "close", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				object.As[response](a[0]).close()
				return object.None, nil
			}},
		}})
}

func (r *response) close() {
	if r.closed {
		return
	}
	r.closed = true
	r.r.Close()
	if r.own {
		r.tr.CloseIdleConnections()
	}
}

// raise turns a failure into the exception that Python's modules raise.
func raise(err error) error {
	e, ok := err.(*httpclient.Error)
	if !ok {
		return object.FromGoError(err)
	}
	two := func(tp *object.Type, n int, text string) error {
		x := object.NewException(tp, object.IntOf(n), object.NewStr(text))
		x.SetField("errno", object.IntOf(n))
		x.SetField("strerror", object.NewStr(text))
		return x
	}
	switch e.Kind {
	case httpclient.OS:
		return object.NewOSError(e.Errno)
	case httpclient.DNS:
		return two(&GaiErrorType, e.Errno, e.Text)
	case httpclient.Timeout:
		return object.Errorf(&object.TimeoutErrorType, "%s", e.Text)
	case httpclient.TLS:
		if e.Cert {
			return two(&CertErrorType, e.Errno, e.Text+" (_ssl.c:1081)")
		}
		return two(&SSLErrorType, e.Errno, e.Text+" (_ssl.c:1081)")
	case httpclient.Closed:
		return object.Errorf(&disconnectedType, "%s", e.Text)
	case httpclient.Incomplete:
		return object.Errorf(&incompleteReadType, "%s", e.Text)
	case httpclient.Cancelled:
		return object.NewOSError(int(syscall.ECANCELED))
	}
	return object.Errorf(&invalidURLType, "%s", e.Text)
}

// requestArgs reads the arguments common to request and start:
// (transport, method, url, headers, body, timeout, insecure, cafile).
func requestArgs(t *thread, a []value) (*httpclient.Request, *nethttp.Transport, bool, error) {
	r := &httpclient.Request{}
	var err error
	if r.Method, err = object.ToStr(t, a[1]); err != nil {
		return nil, nil, false, err
	}
	if r.URL, err = object.ToStr(t, a[2]); err != nil {
		return nil, nil, false, err
	}
	pairs, err := object.Items(t, a[3])
	if err != nil {
		return nil, nil, false, err
	}
	for _, p := range pairs {
		kv, err := object.Items(t, p)
		if err != nil {
			return nil, nil, false, err
		}
		if len(kv) != 2 {
			return nil, nil, false, object.ValueErrorf("headers must be pairs")
		}
		k, err := object.ToStr(t, kv[0])
		if err != nil {
			return nil, nil, false, err
		}
		v, err := object.ToStr(t, kv[1])
		if err != nil {
			return nil, nil, false, err
		}
		r.Header = append(r.Header, [2]string{k, v})
	}
	if !a[4].IsNone() {
		b, ok := object.BytesOf(a[4])
		if !ok {
			return nil, nil, false, object.TypeErrorf("a bytes-like object is required, not '%s'", a[4].O.Type.MsgName())
		}
		r.Body, r.HasBody = append([]byte(nil), b...), true
	}
	if !a[5].IsNone() {
		f, err := object.ToFloat(t, a[5])
		if err != nil {
			return nil, nil, false, err
		}
		r.Timeout = time.Duration(f * 1e9)
	}
	if r.Insecure, err = object.Truth(t, a[6]); err != nil {
		return nil, nil, false, err
	}
	if s, ok := object.AsStr(a[7]); ok {
		r.CAFile = s.String()
	}
	if a[0].O.Type == &transportType {
		return r, object.As[transport](a[0]).tr, false, nil
	}
	tr, err := httpclient.NewTransport(r)
	if err != nil {
		return nil, nil, false, raise(err)
	}
	return r, tr, true, nil
}

func request(t *thread, a []value) (value, error) {
	r, tr, own, err := requestArgs(t, a)
	if err != nil {
		return value{}, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	var resp *httpclient.Response
	if e := t.Blocking(&gil.WaitInfo{Kind: "http request"}, func() { resp, err = httpclient.Do(ctx, tr, r) }, cancel); e != nil {
		if resp != nil {
			resp.Close()
		}
		return value{}, e
	}
	if err != nil {
		cancel()
		return value{}, raise(err)
	}
	return object.Wrap(&response{Header: object.Header{Type: &responseType}, r: resp, tr: tr, own: own}), nil
}

// body reads n bytes, or everything when n < 0.
func (r *response) body(n int) ([]byte, error) {
	if n < 0 {
		return io.ReadAll(r.r)
	}
	b := make([]byte, n)
	m, err := io.ReadFull(r.r, b)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return b[:m], err
}

func readBlocking(t *thread, a []value) (value, error) {
	r := object.As[response](a[0])
	n := -1
	if a[1].O != nil && !a[1].IsNone() {
		var err error
		if n, err = object.IndexInt(t, a[1], &object.OverflowErrorType); err != nil {
			return value{}, err
		}
	}
	if r.closed {
		return object.NewBytes(nil), nil
	}
	if n > 0 {
		if err := t.Charge(n); err != nil {
			return value{}, err
		}
	}
	var b []byte
	var err error
	if e := t.Blocking(&gil.WaitInfo{Kind: "http read"}, func() { b, err = r.body(n) }, r.r.Close); e != nil {
		return value{}, e
	}
	if err != nil {
		return value{}, raise(err)
	}
	return object.NewBytes(b), nil
}

// inBackground runs work on a goroutine and settles a future of loop with what
// it returns. cancel ends the work when the future is cancelled.
func inBackground(t *thread, loop value, work func() (func() value, error), cancel func()) (value, error) {
	return asyncio.Background(t, loop, func() func(t *thread) (value, error) {
		v, err := work()
		return func(t *thread) (value, error) {
			if err != nil {
				return value{}, raise(err)
			}
			return v(), nil
		}
	}, cancel)
}

// start is request as a future: (loop, transport, method, ...).
func start(t *thread, a []value) (value, error) {
	r, tr, own, err := requestArgs(t, a[1:])
	if err != nil {
		return value{}, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	return inBackground(t, a[0], func() (func() value, error) {
		resp, err := httpclient.Do(ctx, tr, r)
		return func() value {
			return object.Wrap(&response{Header: object.Header{Type: &responseType}, r: resp, tr: tr, own: own})
		}, err
	}, cancel)
}

func readFuture(t *thread, a []value) (value, error) {
	r := object.As[response](a[0])
	n := -1
	if a[2].O != nil && !a[2].IsNone() {
		var err error
		if n, err = object.IndexInt(t, a[2], &object.OverflowErrorType); err != nil {
			return value{}, err
		}
	}
	return inBackground(t, a[1], func() (func() value, error) {
		if r.closed {
			return func() value { return object.NewBytes(nil) }, nil
		}
		b, err := r.body(n)
		return func() value { return object.NewBytes(b) }, err
	}, r.r.Close)
}

func newTransport(t *thread, a []value) (value, error) {
	r := &httpclient.Request{}
	var err error
	if r.Insecure, err = object.Truth(t, a[0]); err != nil {
		return value{}, err
	}
	if s, ok := object.AsStr(a[1]); ok {
		r.CAFile = s.String()
	}
	tr, err := httpclient.NewTransport(r)
	if err != nil {
		return value{}, raise(err)
	}
	return object.Wrap(&transport{object.Header{Type: &transportType}, tr}), nil
}

const requestSig = "transport, method, url, headers, body, timeout, insecure, cafile, /)"

func native() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "_http",
		Consts: map[string]value{"gaierror": object.Wrap(&GaiErrorType), "SSLError": object.Wrap(&SSLErrorType), "SSLCertVerificationError": object.Wrap(&CertErrorType),
			"RemoteDisconnected": object.Wrap(&disconnectedType), "IncompleteRead": object.Wrap(&incompleteReadType), "InvalidURL": object.Wrap(&invalidURLType)},
		Funcs: []object.Func{
			{Name: "request", Sig: "(" + requestSig, Fn: request},
			{Name: "start", Sig: "(loop, " + requestSig, Fn: start},
			{Name: "transport", Sig: "(insecure, cafile, /)", Fn: newTransport},
		},
	}
}
