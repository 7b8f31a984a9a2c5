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

    /** As wide as one page. */
    void apply(Sheet sheet) {
        apply(sheet, 1);
    }

    /** @param pages how many pages side by side */
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
