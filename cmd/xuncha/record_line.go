package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
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
			if number == 1 {
				text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")) // Notepad's and PowerShell's
			}
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
