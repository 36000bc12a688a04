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
// library lists the types of its parts in any order.
type orderlyZip struct {
	*zip.Writer
	types *bytes.Buffer // kept back until all of it is there
}

const typesName = "[Content_Types].xml"

// Create begins a part.
func (z *orderlyZip) Create(name string) (io.Writer, error) {
	if name != typesName {
		return z.Writer.Create(name)
	}
	z.types = &bytes.Buffer{}
	return z.types, nil
}

// Close writes the types in their order and ends the file.
func (z *orderlyZip) Close() error {
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
