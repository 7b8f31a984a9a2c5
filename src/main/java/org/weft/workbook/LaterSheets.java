package org.weft.workbook;

import java.util.List;
import java.util.function.Supplier;

/**
 * Sheets that are laid out when the tables beside them are written: what they tell may be counted over those rows as they
 * go by.
 *
 * @param sheets asked for once
 */
public record LaterSheets(Supplier<List<Sheet>> sheets) implements SheetPlace {}
