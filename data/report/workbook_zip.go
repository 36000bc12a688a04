package report

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
)

// orderlyZip writes a workbook so that the same one gives the same bytes: the
// library writes its sheets, and lists the types of its parts, in any order.
// The first sheet, the one that may be very long, goes out as it comes; the
// others wait, packed, until all are there.
type orderlyZip struct {
	*zip.Writer
	waits  *zip.Writer // into packed
	packed bytes.Buffer
	types  *bytes.Buffer
}

const (
	typesName  = "[Content_Types].xml"
	sheetsName = "xl/worksheets/"
	firstSheet = sheetsName + "sheet1.xml"
)

func newOrderlyZip(to io.Writer) *orderlyZip {
	z := &orderlyZip{Writer: zip.NewWriter(to)}
	z.waits = zip.NewWriter(&z.packed)
	return z
}

// Create begins a part.
func (z *orderlyZip) Create(name string) (io.Writer, error) {
	switch {
	case name == typesName:
		z.types = &bytes.Buffer{}
		return z.types, nil
	case strings.HasPrefix(name, sheetsName) && name != firstSheet:
		return z.waits.Create(name)
	}
	return z.Writer.Create(name)
}

// Close writes what waited, in order, and ends the file.
func (z *orderlyZip) Close() error {
	if err := z.waits.Close(); err != nil {
		return err
	}
	waited, err := zip.NewReader(bytes.NewReader(z.packed.Bytes()), int64(z.packed.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(waited.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range waited.File {
		if err := z.Copy(f); err != nil {
			return err
		}
	}
	if z.types != nil {
		w, err := z.Writer.Create(typesName)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, sortedTypes(z.types.String())); err != nil {
			return err
		}
	}
	return z.Writer.Close()
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
