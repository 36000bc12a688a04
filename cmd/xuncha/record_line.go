package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"xuncha/inspection"
)

// inputLine is a line of standard input, without its end and outer blanks.
type inputLine struct {
	number int // from 1
	text   []byte
	err    error // errTooLong
}

// longestLine bounds a line of input: far above the longest note, and what
// keeps a wrong file from filling the memory.
const longestLine = 1 << 20

var errTooLong = errors.New("line too long")

// readAhead is how many lines may wait to be taken.
const readAhead = 64

// readLines reads on while the disk is at work.
func readLines(r io.Reader) <-chan inputLine {
	lines := make(chan inputLine, readAhead)
	go func() {
		defer close(lines)
		in := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			text, err := readLine(in)
			if len(text) > 0 || err == nil || errors.Is(err, errTooLong) {
				line := inputLine{number: number, text: bytes.TrimSpace(text)}
				if errors.Is(err, errTooLong) {
					line.err = err
				}
				lines <- line
			}
			if err != nil && !errors.Is(err, errTooLong) {
				return
			}
		}
	}()
	return lines
}

// readLine reads to the end of a line. Of one that is too long it keeps nothing.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > longestLine; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long:
			return nil, errTooLong // at the end of input the next call says so
		}
		return line, err
	}
}

// saidLine is what a line may say.
type saidLine struct {
	Round   uint16       `json:"round"`
	School  string       `json:"school"`
	Kind    string       `json:"kind"`
	Item    string       `json:"item"`
	Verdict *string      `json:"verdict"`
	Methods *[]string    `json:"methods"`
	Note    *string      `json:"note"`
	Checked *[]int       `json:"checked"`
	Finding *saidFinding `json:"finding"`
}

type saidFinding struct {
	Item  string `json:"item"`
	Title string `json:"title"`
	Facts string `json:"facts"`
}

var (
	lineKeys    = []string{"round", "school", "kind", "item", "verdict", "methods", "note", "checked", "finding"}
	findingKeys = []string{"item", "title", "facts"}
)

// parse reads a line strictly: a key that is not known may be a verdict that
// somebody believes to be recorded.
func (r *recorder) parse(in inputLine) (said saidLine, err error) {
	switch {
	case in.err != nil:
		return said, refusal{r.t.lineTooLong}
	case !utf8.Valid(in.text):
		return said, refusal{r.t.lineNotUTF8}
	}
	if err := r.checkKeys(json.NewDecoder(bytes.NewReader(in.text)), lineKeys); err != nil {
		return said, err
	}
	dec := json.NewDecoder(bytes.NewReader(in.text))
	if err := dec.Decode(&said); err != nil {
		return said, r.ofJSON(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return said, refusal{r.t.lineTrailing}
	}
	return said, r.checkShape(said)
}

// checkKeys reads an object's keys: package json takes any case of a key, and
// the last of two.
func (r *recorder) checkKeys(dec *json.Decoder, keys []string) error {
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return refusal{r.t.lineNotJSON}
	}
	var seen []string
	for dec.More() {
		t, err := dec.Token()
		key, ok := t.(string)
		switch {
		case err != nil || !ok:
			return refusal{r.t.lineNotJSON}
		case !slices.Contains(keys, key):
			return refusal{sentence(r.t.keyUnknown, shown(key, 20), strings.Join(keys, " "))}
		case slices.Contains(seen, key):
			return refusal{sentence(r.t.keyTwice, key)}
		}
		seen = append(seen, key)
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return refusal{r.t.lineNotJSON}
		}
		if key == "finding" && value[0] == '{' {
			if err := r.checkKeys(json.NewDecoder(bytes.NewReader(value)), findingKeys); err != nil {
				return err
			}
		}
	}
	if _, err := dec.Token(); err != nil {
		return refusal{r.t.lineNotJSON}
	}
	return nil
}

func (r *recorder) ofJSON(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return refusal{sentence(r.t.fieldWrong, wrong.Field)}
	}
	return refusal{r.t.lineNotJSON}
}

func (r *recorder) checkShape(said saidLine) error {
	switch {
	case said.Round == 0:
		return refusal{sentence(r.t.fieldNeeded, "round")}
	case said.School == "":
		return refusal{sentence(r.t.fieldNeeded, "school")}
	case said.Finding == nil && said.Item == "":
		return refusal{sentence(r.t.fieldNeeded, "item")}
	case said.Checked != nil && len(*said.Checked) != 2:
		return refusal{r.t.checkedShape}
	case said.Finding != nil && (said.Item != "" || said.Verdict != nil || said.Methods != nil || said.Note != nil || said.Checked != nil):
		return refusal{r.t.findingAlone}
	}
	return nil
}

// change is the answer that a line gives. Parts that it leaves out stay as they
// are; an empty verdict or note takes the one there back.
func (s saidLine) change() (c inspection.Change, err error) {
	if s.Verdict != nil {
		v, err := inspection.ParseVerdict(*s.Verdict)
		if err != nil {
			return c, err
		}
		c.Verdict = &v
	}
	if s.Methods != nil {
		var all inspection.Methods
		for _, name := range *s.Methods {
			m, err := inspection.ParseMethod(name)
			if err != nil {
				return c, err
			}
			all |= m
		}
		c.Methods = &all
	}
	if s.Checked != nil {
		c.Checked = &inspection.Checked{N: (*s.Checked)[0], Of: (*s.Checked)[1]}
	}
	c.Note = s.Note
	return c, nil
}
