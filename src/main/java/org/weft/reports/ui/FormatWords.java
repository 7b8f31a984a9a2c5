package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import org.weft.reports.ReportKind;
import org.weft.workbook.FileFormat;

/** What the formats of reports are called, and what is in them, in the words of who reads. */
class FormatWords {

    private final Component reader;

    FormatWords(Component reader) {
        this.reader = reader;
    }

    /** "Excel". */
    String of(FileFormat format) {
        return reader.getTranslation("reports.format." + format.name());
    }

    /** A sentence without its full stop. */
    String holds(ReportKind kind, FileFormat format) {
        return switch (format) {
            case XLSX -> reader.getTranslation("reports.format.XLSX.about");
            case CSV -> reader.getTranslation("reports.csv." + kind.name());
            case PDF -> reader.getTranslation("reports.format.PDF.about");
        };
    }
}
