package org.weft.people.ui;

import org.weft.base.ui.Links;

/** The ways into this feature's views: as a location for links, and as a jump. All of them are HR's. */
public final class PeopleNavigation {

    private PeopleNavigation() {}

    /** The list of people. */
    public static String people() {
        return "people";
    }

    /** The list, with one person opened beside it. */
    public static String person(long personId) {
        return "people?person=" + personId;
    }

    public static String importPeople() {
        return "people/import";
    }

    public static String levels() {
        return "people/levels";
    }

    public static void openPeople() {
        Links.go(people());
    }

    public static void openImport() {
        Links.go(importPeople());
    }

    public static void openLevels() {
        Links.go(levels());
    }
}
