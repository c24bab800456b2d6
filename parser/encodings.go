package parser

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// normalEncoding brings the spellings of an encoding's name together.
func normalEncoding(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, "_", "-"))
	switch {
	case name == "utf8" || name == "utf-8" || name == "u8" || name == "utf" || name == "cp65001" || strings.HasPrefix(name, "utf-8-"):
		return "utf-8"
	case name == "latin-1" || name == "latin1" || name == "l1" || name == "latin" || name == "8859" || name == "cp819" || name == "iso-8859-1" || strings.HasPrefix(name, "iso-8859-1-"):
		return "iso-8859-1"
	}
	return name
}

// findEncoding knows Python's names of the encodings that source is found in.
// The index packages of x/text would do, but build their tables at start-up.
func findEncoding(name string) encoding.Encoding {
	name = normalEncoding(name)
	for _, prefix := range [...]string{"iso-8859-", "iso8859-"} {
		if n, ok := strings.CutPrefix(name, prefix); ok {
			return isoEncoding(n)
		}
	}
	for _, prefix := range [...]string{"cp", "windows-", "ibm"} {
		if n, ok := strings.CutPrefix(name, prefix); ok {
			return codePage(n)
		}
	}
	switch name {
	case "ascii", "us-ascii", "646":
		return charmap.ISO8859_1
	case "latin2", "latin-2", "l2":
		return charmap.ISO8859_2
	case "latin9", "latin-9", "l9":
		return charmap.ISO8859_15
	case "koi8-r":
		return charmap.KOI8R
	case "koi8-u":
		return charmap.KOI8U
	case "mac-roman", "macroman":
		return charmap.Macintosh
	case "euc-jp", "eucjp", "ujis":
		return japanese.EUCJP
	case "shift-jis", "shiftjis", "sjis", "s-jis":
		return japanese.ShiftJIS
	case "iso-2022-jp", "iso2022-jp", "iso2022jp":
		return japanese.ISO2022JP
	case "euc-kr", "euckr":
		return korean.EUCKR
	case "gbk", "gb2312", "euc-cn":
		return simplifiedchinese.GBK
	case "gb18030":
		return simplifiedchinese.GB18030
	case "big5", "big5-tw":
		return traditionalchinese.Big5
	}
	return nil
}

func isoEncoding(n string) encoding.Encoding {
	switch n {
	case "1":
		return charmap.ISO8859_1
	case "2":
		return charmap.ISO8859_2
	case "3":
		return charmap.ISO8859_3
	case "4":
		return charmap.ISO8859_4
	case "5":
		return charmap.ISO8859_5
	case "6":
		return charmap.ISO8859_6
	case "7":
		return charmap.ISO8859_7
	case "8":
		return charmap.ISO8859_8
	case "9":
		return charmap.ISO8859_9
	case "10":
		return charmap.ISO8859_10
	case "13":
		return charmap.ISO8859_13
	case "14":
		return charmap.ISO8859_14
	case "15":
		return charmap.ISO8859_15
	case "16":
		return charmap.ISO8859_16
	}
	return nil
}

func codePage(n string) encoding.Encoding {
	switch n {
	case "437":
		return charmap.CodePage437
	case "850":
		return charmap.CodePage850
	case "852":
		return charmap.CodePage852
	case "855":
		return charmap.CodePage855
	case "858":
		return charmap.CodePage858
	case "866":
		return charmap.CodePage866
	case "874":
		return charmap.Windows874
	case "932":
		return japanese.ShiftJIS
	case "936":
		return simplifiedchinese.GBK
	case "949":
		return korean.EUCKR
	case "950":
		return traditionalchinese.Big5
	case "1250":
		return charmap.Windows1250
	case "1251":
		return charmap.Windows1251
	case "1252":
		return charmap.Windows1252
	case "1253":
		return charmap.Windows1253
	case "1254":
		return charmap.Windows1254
	case "1255":
		return charmap.Windows1255
	case "1256":
		return charmap.Windows1256
	case "1257":
		return charmap.Windows1257
	case "1258":
		return charmap.Windows1258
	}
	return nil
}
