package org.weft.progress.ui;

import com.vaadin.flow.router.Location;
import java.util.Optional;
import org.weft.progress.ProgressFilter;

/** Links to the views of this feature, as paths inside the portal. */
public final class ProgressNavigation {

    static final String LIST = "progress";
    static final String MATRIX = "progress/matrix";
    static final String PERSON = "person";

    /** Where objectives go out into a workbook, and come back. */
    public static final String EXCEL = "progress/excel";

    private ProgressNavigation() {}

    /** The progress list, showing the participants a filter matches. */
    public static String list(ProgressFilter filter) {
        return ProgressAddress.of(filter).href(LIST);
    }

    /** The progress matrix, showing the participants a filter matches. */
    public static String matrix(ProgressFilter filter) {
        return ProgressAddress.of(filter).href(MATRIX);
    }

    /** Where the objectives of the participants a filter matches go out into a workbook. */
    public static String excel(ProgressFilter filter) {
        return ProgressAddress.of(filter).href(EXCEL);
    }

    /** The filter an address of one of these pages asks for; its cycle is 0 where it names none. */
    public static ProgressFilter filter(Location location) {
        var address = ProgressAddress.of(location, id -> Optional.empty());
        return address.filter(address.cycleId() == null ? 0 : address.cycleId());
    }

    /** A person's page, in the current cycle. */
    public static String person(long personId) {
        return PERSON + "/" + personId;
    }

    /** A person's page in a cycle. */
    public static String person(long personId, long cycleId) {
        return person(personId) + "?" + ProgressAddress.CYCLE + "=" + cycleId;
    }
}
