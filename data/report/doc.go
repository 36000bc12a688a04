// Package report puts what a book holds on paper: figures, findings, ledger,
// journal, roster and checklist, as text for a screen, JSON for programs and CSV
// for spreadsheets.
//
//	s := report.Summarize(book, today)
//	err := s.Write(os.Stdout, report.JSON, inspection.Chinese)
//
// Figures are made in package inspection; here they are laid out. Every figure
// is printed with its numerator and denominator, with what it left out, and
// with its rule, once.
//
// # What programs read
//
// Keys of the JSON are English, and are never renamed or given another meaning;
// new ones are added. Words inside the values follow the language asked for;
// the choices of findings and of the ledger are named as xuncha record takes
// them, so that what is read can be written again.
// CSV has a BOM, CRLF line ends and guarded cells, because that is what
// spreadsheets open without harm; programs had better read JSON.
package report
