package data

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"xuncha/inspection"
)

// kind is what the bytes of a file say that it is, whatever its name says.
type kind struct {
	ending string // with which a viewer knows it
	sort   inspection.EvidenceSort
}

// sign is how a kind of file begins.
type sign struct {
	at    int
	bytes string
	kind
}

// signs are tried in their order.
var signs = []sign{
	{0, "\xff\xd8\xff", kind{".jpg", inspection.Photo}},
	{0, "\x89PNG\r\n\x1a\n", kind{".png", inspection.Photo}},
	{0, "GIF8", kind{".gif", inspection.Photo}},
	{0, "II*\x00", kind{".tif", inspection.Photo}},
	{0, "MM\x00*", kind{".tif", inspection.Photo}},
	{8, "WEBP", kind{".webp", inspection.Photo}},
	{4, "ftyphei", kind{".heic", inspection.Photo}},
	{4, "ftyphev", kind{".heic", inspection.Photo}},
	{4, "ftypmif1", kind{".heic", inspection.Photo}},
	{4, "ftypmsf1", kind{".heic", inspection.Photo}},
	{4, "ftypavif", kind{".avif", inspection.Photo}},
	{0, "%PDF-", kind{".pdf", inspection.CopyOf}},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", kind{".doc", inspection.Form}},
	{0, "{\\rtf", kind{".rtf", inspection.Form}},
	{4, "ftypM4A", kind{".m4a", inspection.Recording}},
	{4, "ftypqt", kind{".mov", inspection.Recording}},
	{4, "ftyp3g", kind{".3gp", inspection.Recording}},
	{4, "ftyp", kind{".mp4", inspection.Recording}},
	{8, "WAVE", kind{".wav", inspection.Recording}},
	{8, "AVI ", kind{".avi", inspection.Recording}},
	{0, "ID3", kind{".mp3", inspection.Recording}},
	{0, "\xff\xfb", kind{".mp3", inspection.Recording}},
	{0, "\xff\xf3", kind{".mp3", inspection.Recording}},
	{0, "\xff\xf2", kind{".mp3", inspection.Recording}},
	{0, "\xff\xf1", kind{".aac", inspection.Recording}},
	{0, "\xff\xf9", kind{".aac", inspection.Recording}},
	{0, "#!AMR", kind{".amr", inspection.Recording}},
	{0, "fLaC", kind{".flac", inspection.Recording}},
	{0, "OggS", kind{".ogg", inspection.Recording}},
	{0, "\x1a\x45\xdf\xa3", kind{".mkv", inspection.Recording}},
	{0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11", kind{".wmv", inspection.Recording}},
	{0, "FLV\x01", kind{".flv", inspection.Recording}},
	{0, "\x00\x00\x01\xba", kind{".mpg", inspection.Recording}},
}

// programs are how what a machine runs begins.
var programs = []string{
	"\x7fELF", "\xfe\xed\xfa\xce", "\xfe\xed\xfa\xcf", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe",
	"\x00asm", "dex\n", "L\x00\x00\x00\x01\x14\x02\x00", "#!", "MZ",
}

// runEndings are those that a double click runs on some system. By its bytes
// much of it is plain text.
var runEndings = []string{
	".exe", ".com", ".scr", ".pif", ".cpl", ".dll", ".sys", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse",
	".wsf", ".wsh", ".hta", ".msi", ".msp", ".mst", ".jar", ".lnk", ".url", ".reg", ".inf", ".sh", ".run", ".command",
	".desktop", ".app", ".appimage", ".apk", ".deb", ".rpm",
}

// headSize is how much of a file its kind is told by.
const headSize = 8 << 10

// kindOf tells what a file is. It answers ErrProgram and ErrKind for what is not
// taken in.
func kindOf(from io.ReaderAt, size int64, name string) (kind, error) {
	if slices.Contains(runEndings, strings.ToLower(filepath.Ext(name))) {
		return kind{}, ErrProgram
	}
	head := make([]byte, min(size, headSize))
	n, err := from.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return kind{}, errors.Join(ErrUnreadable, err)
	}
	head = head[:n]
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return zipKind(from, size)
	}
	return headKind(head)
}

func headKind(head []byte) (kind, error) {
	for _, s := range signs {
		if len(head) > s.at && bytes.HasPrefix(head[s.at:], []byte(s.bytes)) {
			return s.kind, nil
		}
	}
	for _, p := range programs[:len(programs)-1] {
		if bytes.HasPrefix(head, []byte(p)) {
			return kind{}, ErrProgram
		}
	}
	switch {
	case isText(head):
		return kind{".txt", inspection.Form}, nil
	case bytes.HasPrefix(head, []byte("MZ")): // no text: those two letters may begin one
		return kind{}, ErrProgram
	case bytes.HasPrefix(head, []byte("BM")):
		return kind{".bmp", inspection.Photo}, nil
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return kind{".pdf", inspection.CopyOf}, nil
	}
	return kind{}, ErrKind
}

// isText: in no encoding that is met here (UTF-8, GB18030, UTF-16 with its mark)
// does text hold control characters, but for tabs and ends of lines and pages.
func isText(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true
	}
	return len(head) > 0 && !slices.ContainsFunc(head, func(c byte) bool {
		return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f'
	})
}

// A ZIP is an office document if certain names are in it. Only its list of
// names is read, and not more of that than an honest document needs: a list
// can be made to hold a million.
const (
	zipEndSize   = 22
	zipEntrySize = 46
	zipMostList  = 4 << 20
)

func zipKind(from io.ReaderAt, size int64) (kind, error) {
	list, ok := zipList(from, size)
	if !ok {
		return kind{}, ErrKind
	}
	endings := map[string]string{"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx", "OFD.xml": ".ofd", "content.xml": ".odt"}
	typed, found, macros := false, "", false
	for name := range list.names {
		typed = typed || name == "[Content_Types].xml" || name == "mimetype" || name == "OFD.xml"
		macros = macros || strings.HasSuffix(name, "vbaProject.bin")
		for part, ending := range endings {
			if name == part || strings.HasSuffix(part, "/") && strings.HasPrefix(name, part) {
				found = ending
			}
		}
	}
	if !typed || found == "" {
		return kind{}, ErrKind
	}
	if macros {
		found = strings.TrimSuffix(found, "x") + "m"
	}
	return kind{found, inspection.Form}, nil
}

// zipNames is the list at the end of a ZIP.
type zipNames []byte

func zipList(from io.ReaderAt, size int64) (zipNames, bool) {
	tail := make([]byte, min(size, zipEndSize+1<<16))
	if _, err := from.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return nil, false
	}
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || len(tail)-at < zipEndSize {
		return nil, false
	}
	length, begin := int64(binary.LittleEndian.Uint32(tail[at+12:])), int64(binary.LittleEndian.Uint32(tail[at+16:]))
	if length > zipMostList || begin+length > size {
		return nil, false
	}
	list := make(zipNames, length)
	_, err := from.ReadAt(list, begin)
	return list, err == nil || errors.Is(err, io.EOF)
}

// names goes through the names as far as the list makes sense.
func (z zipNames) names(yield func(string) bool) {
	for len(z) >= zipEntrySize && bytes.HasPrefix(z, []byte("PK\x01\x02")) {
		name, extra, comment := int(binary.LittleEndian.Uint16(z[28:])), int(binary.LittleEndian.Uint16(z[30:])), int(binary.LittleEndian.Uint16(z[32:]))
		next := zipEntrySize + name + extra + comment
		if next > len(z) || !yield(string(z[zipEntrySize:zipEntrySize+name])) {
			return
		}
		z = z[next:]
	}
}
