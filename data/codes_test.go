package data

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xuncha/data/table"
	"xuncha/inspection"
)

// numbered is a workbook of one sheet with heads and one row, as people type it.
func numbered(t *testing.T, heads, row []any) *table.File {
	t.Helper()
	x := excelize.NewFile()
	var b bytes.Buffer
	if err := errors.Join(x.SetSheetName("Sheet1", "第一轮"), x.SetSheetRow("第一轮", "A1", &heads), x.SetSheetRow("第一轮", "A2", &row), x.Write(&b), x.Close()); err != nil {
		t.Fatal(err)
	}
	f, err := table.Read(context.Background(), "a.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A code that was typed into a cell which is not text is no longer what was
// typed: 110101000000012345 is kept as 110101000000012000. It is a fault of its
// cell wherever codes are read, and nothing of the file is used.
func TestCodesThatAreNoText(t *testing.T) {
	b := planBook(t)
	readers := map[string]func(code any) error{
		"roster": func(code any) error {
			_, err := ReadRoster(numbered(t, []any{"编号", "名称"}, []any{code, "示例一小"}), "")
			return err
		},
		"running numbers": func(code any) error {
			_, err := ReadRoster(numbered(t, []any{"序号", "名称"}, []any{code, "示例一小"}), "")
			return err
		},
		"plan": func(code any) error {
			_, err := ReadPlan(numbered(t, []any{"学校编号", "学校名称", "组别"}, []any{code, "示例一小", 1}), b, "")
			return err
		},
		"members": func(code any) error {
			_, err := ReadPlan(numbered(t, []any{"人员编号", "姓名"}, []any{code, "甲"}), b, "")
			return err
		},
		"checklist": func(code any) error {
			_, err := ReadChecklistTable(numbered(t, []any{"编号", "板块", "要点", "落实", "聚焦", "清单", "版本"}, []any{code, "食堂", "陪餐", 1, 1, "试", "v"}))
			return err
		},
		"item split": func(code any) error {
			_, err := ReadChecklistTable(numbered(t, []any{"原编号", "编号", "板块", "要点", "落实", "聚焦", "清单", "版本"}, []any{code, "1.01", "食堂", "陪餐", 1, 1, "试", "v"}))
			return err
		},
	}
	const advice = "；请先把这一列的格式设为“文本”，再重新录入编号"
	for reader, read := range readers {
		for _, c := range []struct {
			code any
			says string
		}{
			{1.5, "编号“1.5”在表格里成了小数、负数或百分数，写法可能已变"},
			{-3, "编号“-3”在表格里成了小数"},
			{true, "编号“TRUE”在表格里成了是非值（TRUE 或 FALSE）"},
			{1e17, "编号“100000000000000000”在表格里成了超过15位"},
			{110101000000012345, "编号“110101000000012000”在表格里成了超过15位或用科学记数法的数字，15位以后的数字已变成0"},
		} {
			err := read(c.code)
			if err == nil || !strings.Contains(err.Error(), "第一轮!A2：") || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), advice) {
				t.Errorf("%s: %v gives %v", reader, c.code, err)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%s: %v is told more than once: %v", reader, c.code, err)
			}
		}
		for _, good := range []any{"110101000000012345", 123456789012345, "1.5", 7} {
			if err := read(good); err != nil && reader != "plan" {
				t.Errorf("%s: %v is refused: %v", reader, good, err)
			}
		}
	}
}

// Spreadsheets drop the zeros in front of a code.
func TestPlanCodesWithoutTheirZeros(t *testing.T) {
	b := founded(t)
	c, err := b.CompareRoster(inspection.Incoming{Roster: inspection.Roster{{Code: "001", Name: "示例一小"}}}, 20_000, false)
	if err != nil {
		t.Fatal(err)
	}
	fact, err := c.Fact()
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(&inspection.Entry{Device: inspection.DeviceID{1}, Seq: 2, Hash: inspection.Hash{2}, Fact: fact})
	for code, says := range map[any]string{1: "名册里没有编号“1”，是不是“001”？", "2": "名册里没有编号“2”"} {
		_, err := ReadPlan(numbered(t, []any{"学校编号", "轮次"}, []any{code, "一"}), b, "")
		if err == nil || !strings.Contains(err.Error(), says) || code == "2" && strings.Contains(err.Error(), "是不是") {
			t.Errorf("%v: %v", code, err)
		}
	}
}

// A cell that is an error is not told to be empty as well.
func TestErrorsAreToldOnce(t *testing.T) {
	x := excelize.NewFile()
	var b bytes.Buffer
	err := errors.Join(x.SetSheetRow("Sheet1", "A1", &[]string{"编号", "名称"}), x.SetCellStr("Sheet1", "A2", "S1"), x.SetCellFormula("Sheet1", "B2", "A9"), x.Write(&b), x.Close())
	if err != nil {
		t.Fatal(err)
	}
	f, err := table.Read(context.Background(), "a.xlsx", bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadRoster(f, ""); err == nil || err.Error() != "a.xlsx Sheet1!B2：公式没有存下算出的值；请用 Excel 或 WPS 打开，另存后再读" {
		t.Errorf("%v", err)
	}
}

// A csv that a spreadsheet saved has such numbers as they were shown.
func TestCodesCutInCSV(t *testing.T) {
	if _, err := readRoster("r.csv", "编号,名称\n1.10101E+17,甲\n"); err == nil || !strings.Contains(err.Error(), "第2行第1列：编号“1.10101E+17”在表格里成了超过15位") {
		t.Errorf("%v", err)
	}
}
