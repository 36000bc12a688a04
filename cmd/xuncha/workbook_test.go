package main

import (
	"encoding/csv"
	"errors"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// workbook FILE [-password] NAME=CSV…: makes a workbook with a sheet for each
// csv file. A sheet called with a star in front is hidden.
func scriptWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	x := excelize.NewFile()
	var o excelize.Options
	for i, arg := range args[1:] {
		if arg == "-password" {
			o.Password = "1234"
			continue
		}
		name, file, _ := strings.Cut(arg, "=")
		name, hidden := strings.CutPrefix(name, "*")
		raw, err := os.ReadFile(ts.MkAbs(file))
		ts.Check(err)
		rows, err := csv.NewReader(strings.NewReader(string(raw))).ReadAll()
		ts.Check(err)
		n, err := x.NewSheet(name)
		ts.Check(err)
		if i == 0 {
			x.SetActiveSheet(n)
		}
		for line, row := range rows {
			at, err := excelize.CoordinatesToCellName(1, line+1)
			ts.Check(errors.Join(err, x.SetSheetRow(name, at, &row)))
		}
		if hidden {
			ts.Check(x.SetSheetVisible(name, false))
		}
	}
	ts.Check(errors.Join(x.DeleteSheet("Sheet1"), x.SaveAs(ts.MkAbs(args[0]), o), x.Close()))
}
