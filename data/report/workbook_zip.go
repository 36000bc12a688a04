package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
)

// orderlyZip writes a workbook so that the same one gives the same bytes: the
// library writes its sheets, and lists the types of its parts, in any order.
// The first sheet, the one that may be very long, goes out as it comes; the
// others wait aside until all are there.
type orderlyZip struct {
	*zip.Writer
	folder string
	sheets map[string]*os.File
	types  *bytes.Buffer
}

const (
	typesName  = "[Content_Types].xml"
	sheetsName = "xl/worksheets/"
	firstSheet = sheetsName + "sheet1.xml"
)

// Create begins a part.
func (z *orderlyZip) Create(name string) (io.Writer, error) {
	switch {
	case name == typesName:
		z.types = &bytes.Buffer{}
		return z.types, nil
	case path.Dir(name)+"/" == sheetsName && name != firstSheet:
		aside, err := os.CreateTemp(z.folder, "sheet-")
		if err == nil {
			z.sheets[name] = aside
		}
		return aside, err
	}
	return z.Writer.Create(name)
}

// Close writes what waited, in order, and ends the file.
func (z *orderlyZip) Close() error {
	var failed error
	for _, name := range slices.Sorted(maps.Keys(z.sheets)) {
		aside := z.sheets[name]
		_, err := aside.Seek(0, io.SeekStart)
		if err == nil && failed == nil {
			err = z.put(name, aside)
		}
		failed = errors.Join(failed, err, aside.Close())
	}
	if z.types != nil && failed == nil {
		failed = z.put(typesName, strings.NewReader(sortedTypes(z.types.String())))
	}
	if failed != nil {
		return failed
	}
	return z.Writer.Close()
}

func (z *orderlyZip) put(name string, from io.Reader) error {
	w, err := z.Writer.Create(name)
	if err == nil {
		_, err = io.Copy(w, from)
	}
	return err
}

// sortedTypes puts the types of one text in order, and leaves the rest of it.
func sortedTypes(text string) string {
	each := regexp.MustCompile(`<(Override|Default)\b[^>]*?(/>|></(Override|Default)>)`)
	all := each.FindAllString(text, -1)
	slices.Sort(all) // Default comes before Override
	at := each.FindAllStringIndex(text, -1)
	if len(at) == 0 {
		return text
	}
	return text[:at[0][0]] + strings.Join(all, "") + text[at[len(at)-1][1]:]
}
