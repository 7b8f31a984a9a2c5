package org.weft.workbook;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.weft.base.Translations;

/** How sheets print: A4, landscape, with title and page numbers. */
final class PageSetup {

    private final String title;
    private final String pageOf;

    PageSetup(Translations translations, WorkbookSpec spec) {
        // In headers and footers "&" starts a command.
        this.title = SheetText.clean(spec.title()).replace("&", "&&");
        this.pageOf = translations.translate("workbook.write.page", spec.locale(), "&P", "&N");
    }

    /** All of it on one page. */
    void onePage(Sheet sheet) {
        apply(sheet, 1);
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    /** @param pages how many pages side by side; as many as it takes below each other */
    void apply(Sheet sheet, int pages) {
        var print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        print.setFitWidth((short) pages);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft(title);
        sheet.getFooter().setRight(pageOf);
    }
}
