package tui

import (
	"testing"

	"xuncha/inspection"
)

// toOffice opens the settings by the palette.
func toOffice(d *driver) *driver { return d.keys("ctrl+p").typed("单位设置").keys("enter") }

func TestOfficeSettings(t *testing.T) {
	d := toOffice(newDriver(t, 80, 24, inspection.Chinese)).sees("落款", "1/5")
	d.keys("down").typed("示例局").keys("down").typed("示例局党组").keys("down", "down").typed("示巡")
	d.keys("down", "ctrl+u").typed("三成").keys("ctrl+s").sees("尺度应写成几分之几")
	d.keys("ctrl+u").typed("３０％").keys("ctrl+s").sees("单位设置已记下")
	c, _ := d.book.Campaign()
	o := d.book.Office()
	if c.Organ != "示例局" || o.Signed != "示例局党组" || o.Prefix != "示巡" || o.Some != (inspection.Share{N: 30, Of: 100}) || o.General != (inspection.Share{N: 1, Of: 2}) {
		t.Errorf("set to %+v and %+v", c, o)
	}
	d.keys("ctrl+z")
	if c, _ := d.book.Campaign(); c.Organ != "" || d.book.Office().Signed != "" {
		t.Error("it is not taken back as one")
	}
}

// What was typed and not set down is there when the slip is opened again.
func TestOfficeSettingsAreKept(t *testing.T) {
	d := toOffice(newDriver(t, 80, 24, inspection.Chinese))
	d.keys("down").typed("示例局").keys("esc")
	toOffice(d).sees("示例局")
}

func TestOfficeIsGolden(t *testing.T) {
	for name, c := range map[string]struct {
		w, h int
		lang inspection.Language
		word string
	}{"zh_80x24": {80, 24, inspection.Chinese, "单位设置"}, "zh_120x36": {120, 36, inspection.Chinese, "单位设置"}, "en_80x24": {80, 24, inspection.English, "office"}} {
		newDriver(t, c.w, c.h, c.lang).keys("ctrl+p").typed(c.word).keys("enter").golden("office_" + name)
	}
}
