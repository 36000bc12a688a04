package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"xuncha/data"
	"xuncha/inspection"
)

var sampleCampaign = inspection.Campaign{ID: "c", Title: inspection.DefaultTitle, Zone: inspection.BeijingZone}

// A line that arrives alone is answered at once, while the input stays open.
func TestRecordAnswersEachLine(t *testing.T) {
	cmd := exec.Command(program(t), "record", "--book", newBook(t))
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
	p := talkTo(t, cmd)
	// The first has the beginning of the visit before it.
	for i, want := range []string{`{"saved":2}`, `{"saved":3}`, `{"saved":4}`} {
		fmt.Fprintln(p.in, line("S001", fmt.Sprintf("1.0%d", i+1), "met"))
		if !p.answers.Scan() || p.answers.Text() != want {
			t.Fatalf("answer %d is %q, want %q", i, p.answers.Text(), want)
		}
	}
	p.in.Close()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
}

// Lines that come together wait for the disk together.
func TestRecordTakesWhatHasArrived(t *testing.T) {
	b, out := recorderOn(t, data.Options{})
	lines := make(chan inputLine, 200)
	for i := range 200 {
		lines <- inputLine{number: i + 1, text: []byte(line("S001", "1.01", []string{"met", "unmet"}[i%2]))}
	}
	close(lines)
	if err := b.run(lines); err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(answers) != 200 || answers[199] != `{"saved":208}` {
		t.Errorf("%d answers, the last %s", len(answers), answers[len(answers)-1])
	}
}

// recorderOn opens a new book and gives a recorder with its answers.
func recorderOn(t testing.TB, o data.Options) (*recorder, *bytes.Buffer) {
	t.Helper()
	d := &door{getenv: func(string) string { return "" }, now: time.Now, err: new(bytes.Buffer)}
	out := new(bytes.Buffer)
	d.out = out
	d.speak(inspection.Chinese)
	b, err := d.open(newBook(t), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.journal.Close() }) // its error is the test's subject
	return &recorder{door: d, opened: b, author: "测试"}, out
}

// A disk that is full: what is not on it is not answered with saved, and the
// program says so and ends with 3.
func TestRecordOnFullDisk(t *testing.T) {
	b, out := recorderOn(t, data.Options{MaxSize: 1 << 20})
	lines := make(chan inputLine)
	go func() {
		defer close(lines)
		note := strings.Repeat("长", 15_000)
		for i := range 100 {
			text := fmt.Sprintf(`{"round":1,"school":"S001","item":"1.01","note":"%s%d"}`, note, i)
			lines <- inputLine{number: i + 1, text: []byte(text)}
		}
	}()
	err := b.end(b.run(lines))
	for range lines { // let the sender end
	}
	if code, _ := b.sort(err); code != exitFailed {
		t.Errorf("exit code %d: %v", code, err)
	}
	if said := b.err.(*bytes.Buffer).String(); !strings.Contains(said, "没有存上") {
		t.Errorf("it said %q", said)
	}
	saved := strings.Count(out.String(), "saved")
	if saved == 0 || saved >= 100 {
		t.Fatalf("%d lines were answered as saved", saved)
	}
	path, taken := b.journal.Path(), b.book.Last(b.journal.Device()).Seq
	lost := b.journal.Close()
	again, err := b.open(path, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.journal.Close()
	end := again.book.Last(again.journal.Device()).Seq
	// One line may yet find room when the file is opened anew; then nothing is lost.
	if (lost == nil) != (end == taken) {
		t.Errorf("of %d entries %d are there; closing said %v", taken, end, lost)
	}
	if want := fmt.Sprintf(`{"saved":%d}`, end); lost != nil && !strings.HasSuffix(strings.TrimSpace(out.String()), want) {
		t.Errorf("the book ends with %s, the answers with …%s", want, out.String()[max(0, out.Len()-40):])
	}
}

// Whoever reads the answers has gone: it stops, rather than record unheard.
func TestRecordUnheard(t *testing.T) {
	b, _ := recorderOn(t, data.Options{})
	b.out = brokenPipe{}
	lines := make(chan inputLine, 1)
	lines <- inputLine{number: 1, text: []byte(line("S001", "1.01", "met"))}
	var no refusal
	if err := b.run(lines); !errors.As(err, &no) || !strings.Contains(no.says, fmt.Sprintf("#%d", b.journal.Saving().Saved)) {
		t.Errorf("got %v", err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestReadLines(t *testing.T) {
	long := strings.Repeat("x", 3<<20)
	input := "a\r\n\n" + long + "\nb\n" + long + "\n  c  "
	var got []string
	for l := range readLines(strings.NewReader(input)) {
		switch {
		case l.err != nil:
			got = append(got, fmt.Sprintf("%d!", l.number))
		default:
			got = append(got, fmt.Sprintf("%d%s", l.number, l.text))
		}
	}
	if want := "1a 2 3! 4b 5! 6c"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// A line that is too long does not fill the memory.
func TestReadLinesKeepsNothingOfALongLine(t *testing.T) {
	n := testing.AllocsPerRun(1, func() {
		for l := range readLines(io.MultiReader(io.LimitReader(zeros{}, 1<<30), strings.NewReader("\n"))) {
			if l.err == nil || len(l.text) > 0 {
				t.Error("it was kept")
			}
		}
	})
	if n > 1000 {
		t.Errorf("%.0f allocations", n)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

// Whatever a line says, it is recorded or refused, and the book stays whole.
func FuzzRecordLine(f *testing.F) {
	f.Add(line("S001", "1.01", "met"))
	f.Add(`{"round":1,"school":"S001","finding":{"item":"1.01","title":"t","facts":"f"}}`)
	f.Add(`{"round":1,"school":"S001","item":"1.01","methods":["documents"],"note":"n","checked":[3,10],"kind":"routine"}`)
	roster, list, err := builtin()
	if err != nil {
		f.Fatal(err)
	}
	j, err := data.Create(f.TempDir()+"/b", data.Options{NoSync: true})
	if err != nil {
		f.Fatal(err)
	}
	b, err := read(j)
	if err != nil {
		f.Fatal(err)
	}
	if err := b.found("测试", sampleCampaign, roster, list, false); err != nil {
		f.Fatal(err)
	}
	d := &door{getenv: func(string) string { return "" }, now: time.Now, err: io.Discard, out: io.Discard}
	d.speak(inspection.Chinese)
	r := &recorder{door: d, opened: b, author: "测试"}
	f.Fuzz(func(t *testing.T, text string) {
		a := r.line(inputLine{number: 1, text: bytes.TrimSpace([]byte(text))})
		if a.entry == nil && a.refusal == "" && strings.TrimSpace(text) != "" {
			t.Error("neither recorded nor refused")
		}
		if strings.ContainsAny(a.refusal, "\n\x1b\u202e") {
			t.Errorf("the refusal %q moves the cursor", a.refusal)
		}
	})
}
