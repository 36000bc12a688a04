package data

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"xuncha/inspection"
)

// Taking in 50 MB, beside what anybody would do by hand: cp and sha256sum. Ours
// syncs besides, and they do not. The ratio is in speed: above 1 we are faster.
func BenchmarkTakeIn(b *testing.B) {
	for _, tool := range []string{"cp", "sha256sum"} {
		if _, err := exec.LookPath(tool); err != nil {
			b.Skip(err)
		}
	}
	f, folder := shelfOf(b)
	from, to := written(b, folder, "a.jpg", picture(inspection.MaxEvidence, 1)), filepath.Join(folder, "copy")
	b.SetBytes(inspection.MaxEvidence)
	var byHand, ours times
	for b.Loop() {
		byHand.clock(b, func() error {
			if err := exec.Command("cp", from, to).Run(); err != nil {
				return err
			}
			return exec.Command("sha256sum", to).Run()
		})
		ours.clock(b, func() error {
			_, err := f.TakeIn(b.Context(), from, nil)
			return err
		})
		b.StopTimer()
		if err := os.Remove(to); err != nil {
			b.Fatal(err)
		}
		if err := os.RemoveAll(f.folder); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(byHand.median()/ours.median(), "x-cp+sha256sum")
	b.ReportMetric(byHand.median()/1e6, "by-hand-ms")
	b.ReportMetric(ours.median()/1e6, "ours-ms")
}
