// Package httpclient is the HTTP client that urllib and aiohttp share: one
// request at a time over net/http, with errors as Python's modules name them.
// It knows nothing of Python objects.
package httpclient

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"syscall"
	"time"
)

// Request describes one exchange.
type Request struct {
	Method, URL string
	Header      [][2]string
	Body        []byte
	HasBody     bool
	Timeout     time.Duration // for each blocking step of connecting and reading; 0: none
	Insecure    bool          // accept any certificate
	CAFile      string        // further trusted certificates, PEM
	Proxy       func(*http.Request) (*url.URL, error)
}

// Response is the answer whose body has not been read.
type Response struct {
	Status  int
	Reason  string
	Version int // 10 or 11
	Header  [][2]string
	Length  int64 // -1 unknown
	body    io.ReadCloser
	cancel  context.CancelFunc
	timer   *time.Timer
	timeout time.Duration
}

// NewTransport returns a transport with the settings of r.
func NewTransport(r *Request) (*http.Transport, error) {
	cfg := &tls.Config{InsecureSkipVerify: r.Insecure}
	if r.CAFile != "" {
		pem, err := os.ReadFile(r.CAFile)
		if err != nil {
			return nil, err
		}
		pool, err := x509.SystemCertPool()
		if err != nil {
			pool = x509.NewCertPool()
		}
		if !pool.AppendCertsFromPEM(pem) {
			return nil, &Error{Kind: TLS, Text: "no certificate or crl found", Errno: 136}
		}
		cfg.RootCAs = pool
	}
	proxy := r.Proxy
	if proxy == nil {
		proxy = http.ProxyFromEnvironment
	}
	d := &net.Dialer{Timeout: r.Timeout}
	return &http.Transport{DialContext: d.DialContext, TLSClientConfig: cfg, Proxy: proxy, DisableCompression: true,
		TLSHandshakeTimeout: r.Timeout, ResponseHeaderTimeout: r.Timeout, MaxIdleConnsPerHost: 100}, nil
}

// Do sends r and waits for the head of the response. Redirects are not
// followed. The context ends the exchange, the reading of the body included.
func Do(ctx context.Context, tr *http.Transport, r *Request) (*Response, error) {
	ctx, cancel := context.WithCancel(ctx)
	var body io.Reader
	if r.HasBody {
		body = bytes.NewReader(r.Body)
	}
	req, err := http.NewRequestWithContext(ctx, r.Method, r.URL, body)
	if err != nil {
		cancel()
		return nil, &Error{Kind: Invalid, Text: err.Error()}
	}
	for _, h := range r.Header {
		if strings.EqualFold(h[0], "Host") {
			req.Host = h[1]
			continue
		}
		req.Header.Add(h[0], h[1])
	}
	if req.Header.Get("User-Agent") == "" {
		req.Header.Set("User-Agent", "")
	}
	if strings.EqualFold(req.Header.Get("Connection"), "close") {
		req.Close = true
	}
	resp, err := tr.RoundTrip(req)
	if err != nil {
		cancel()
		return nil, classify(ctx, err)
	}
	out := &Response{Status: resp.StatusCode, Reason: strings.TrimSpace(strings.TrimPrefix(resp.Status, resp.Status[:min(3, len(resp.Status))])),
		Version: resp.ProtoMajor*10 + resp.ProtoMinor, Length: resp.ContentLength, body: resp.Body, cancel: cancel, timeout: r.Timeout}
	if r.Timeout > 0 {
		out.timer = time.AfterFunc(r.Timeout, cancel)
		out.timer.Stop()
	}
	for k, vs := range resp.Header {
		for _, v := range vs {
			out.Header = append(out.Header, [2]string{k, v})
		}
	}
	sortHeader(out.Header)
	return out, nil
}

func sortHeader(h [][2]string) {
	for i := 1; i < len(h); i++ {
		for j := i; j > 0 && h[j][0] < h[j-1][0]; j-- {
			h[j], h[j-1] = h[j-1], h[j]
		}
	}
}

// Read reads up to len(b) bytes of the body; io.EOF at its end.
func (r *Response) Read(b []byte) (int, error) {
	if r.timer != nil {
		r.timer.Reset(r.timeout)
		defer r.timer.Stop()
	}
	n, err := r.body.Read(b)
	if err != nil && err != io.EOF {
		if r.timer != nil && errors.Is(err, context.Canceled) {
			err = &Error{Kind: Timeout, Text: "The read operation timed out"}
		} else if errors.Is(err, io.ErrUnexpectedEOF) {
			err = &Error{Kind: Incomplete, Text: "response ended early"}
		} else {
			err = classify(context.Background(), err)
		}
	}
	return n, err
}

// Close ends the exchange.
func (r *Response) Close() {
	r.body.Close()
	r.cancel()
}

// Kind says what went wrong.
type Kind uint8

// The kinds of failure.
const (
	OS         Kind = iota // a system call failed: Errno
	DNS                    // name resolution: Errno is an EAI_ number
	Timeout                // a deadline passed
	TLS                    // the secure layer refused
	Closed                 // the server closed the connection without an answer
	Incomplete             // the body ended early
	Invalid                // the request or the answer makes no sense
	Cancelled              // the caller gave up
)

// Error is a failure of an exchange.
type Error struct {
	Kind  Kind
	Errno int
	Text  string
	Host  string // where the connection went, if that is known
	Cert  bool   // TLS: the certificate was refused
}

func (e *Error) Error() string { return e.Text }

// classify turns net/http's errors into ours.
func classify(ctx context.Context, err error) error {
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	host := ""
	var op *net.OpError
	if errors.As(err, &op) && op.Addr != nil {
		host = op.Addr.String()
	}
	var dns *net.DNSError
	if errors.As(err, &dns) {
		if dns.IsNotFound {
			return &Error{Kind: DNS, Errno: -2, Text: "Name or service not known", Host: dns.Name}
		}
		return &Error{Kind: DNS, Errno: -3, Text: "Temporary failure in name resolution", Host: dns.Name}
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return &Error{Kind: Cancelled, Text: "cancelled"}
	}
	var no syscall.Errno
	if errors.As(err, &no) {
		return &Error{Kind: OS, Errno: int(no), Host: host}
	}
	var ne net.Error
	if errors.As(err, &ne) && ne.Timeout() {
		return &Error{Kind: Timeout, Text: "timed out", Host: host}
	}
	if cert := certText(err); cert != "" {
		return &Error{Kind: TLS, Errno: 1, Text: cert, Cert: true, Host: host}
	}
	var rec tls.RecordHeaderError
	if errors.As(err, &rec) || strings.Contains(err.Error(), "first record does not look like a TLS handshake") {
		return &Error{Kind: TLS, Errno: 1, Text: "[SSL: WRONG_VERSION_NUMBER] wrong version number", Host: host}
	}
	if strings.Contains(err.Error(), "tls: ") {
		return &Error{Kind: TLS, Errno: 1, Text: "[SSL] " + err.Error(), Host: host}
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return &Error{Kind: Closed, Text: "Remote end closed connection without response"}
	}
	return &Error{Kind: Invalid, Text: err.Error(), Host: host}
}

// certText is OpenSSL's wording of a refused certificate, or "".
func certText(err error) string {
	const head = "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	switch {
	case errors.As(err, &unknown):
		if c := unknown.Cert; c != nil && bytes.Equal(c.RawIssuer, c.RawSubject) {
			return head + "self-signed certificate"
		}
		return head + "unable to get local issuer certificate"
	case errors.As(err, &host):
		return head + "Hostname mismatch, certificate is not valid for '" + host.Host + "'."
	case errors.As(err, &invalid):
		if invalid.Reason == x509.Expired {
			return head + "certificate has expired"
		}
		return head + invalid.Error()
	}
	return ""
}
