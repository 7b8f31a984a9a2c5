package org.weft.people.imports;

import static org.weft.people.imports.ImportField.DEPARTMENT;
import static org.weft.people.imports.ImportField.EMAIL;
import static org.weft.people.imports.ImportField.EMPLOYEE_NUMBER;
import static org.weft.people.imports.ImportField.FAMILY_NAME;
import static org.weft.people.imports.ImportField.FULL_NAME;
import static org.weft.people.imports.ImportField.GIVEN_NAME;
import static org.weft.people.imports.ImportField.JOB_TITLE;
import static org.weft.people.imports.ImportField.JOINED_ON;
import static org.weft.people.imports.ImportField.LANGUAGE;
import static org.weft.people.imports.ImportField.LEFT_ON;
import static org.weft.people.imports.ImportField.LEVEL;
import static org.weft.people.imports.ImportField.LOCATION;
import static org.weft.people.imports.ImportField.MANAGER;
import static org.weft.people.imports.ImportField.STATUS;
import static org.weft.people.imports.ImportField.TEAM;
import static org.weft.people.imports.ImportField.TIME_ZONE;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Tells from the names in a header, English or German, what its columns mean. */
final class ColumnRecognition {

    /** By field, the surest name first, as {@link Words#joined} writes them. */
    private static final Map<ImportField, List<String>> NAMES = names();

    private ColumnRecognition() {}

    /** @param samples some values of each column */
    static ColumnMapping recognise(List<String> header, Map<String, List<String>> samples) {
        var columns = new LinkedHashMap<String, String>();
        header.forEach(name -> columns.putIfAbsent(Words.joined(name), name));
        var found = new EnumMap<ImportField, String>(ImportField.class);
        var taken = new HashSet<String>();
        NAMES.forEach((field, names) -> names.stream()
                .map(columns::get)
                .filter(column -> column != null
                        && !taken.contains(column)
                        && understands(field, column, samples.getOrDefault(column, List.of())))
                .findFirst()
                .ifPresent(column -> {
                    found.put(field, column);
                    taken.add(column);
                }));
        splitNames(found);
        return new ColumnMapping(found, Map.of());
    }

    /** Beside "Vorname", a column "Name" is the family name; and two parts say more than the whole. */
    private static void splitNames(Map<ImportField, String> found) {
        if (!found.containsKey(GIVEN_NAME)) {
            found.remove(FAMILY_NAME);
            return;
        }
        var whole = found.get(FULL_NAME);
        if (found.containsKey(FAMILY_NAME)) {
            found.remove(FULL_NAME);
        } else if (whole != null && Words.joined(whole).equals("name")) {
            found.remove(FULL_NAME);
            found.put(FAMILY_NAME, whole);
        } else {
            found.remove(GIVEN_NAME);
        }
    }

    /** A column called "level" may hold salary grades, one called "status" marriages: what is in it has the last word. */
    private static boolean understands(ImportField field, String column, List<String> samples) {
        return switch (field) {
            case LEVEL -> mostly(samples, value -> LevelWords.find(value).isPresent());
            case STATUS -> {
                var words = StatusWords.of(column);
                yield mostly(samples, value -> words.isActive(value).isPresent());
            }
            default -> true;
        };
    }

    /** One odd value is a problem of its row; it does not make the column another. */
    private static boolean mostly(List<String> samples, Predicate<String> understood) {
        return samples.stream().filter(understood).count() * 2 >= samples.size();
    }

    private static Map<ImportField, List<String>> names() {
        var names = new EnumMap<ImportField, List<String>>(ImportField.class);
        put(names, EMPLOYEE_NUMBER, """
                employeenumber employeeid empid employeeno empno empnumber personnelnumber personnelno staffnumber staffid
                workerid workernumber personalnummer personalnr persnr mitarbeiternummer mitarbeiternr mitarbeiterid
                personalid personnummer number nummer nr id""");
        put(names, FULL_NAME, """
                employeename fullname displayname personname workername staffname vollname vollstaendigername
                mitarbeitername namevorname nachnamevorname vornamenachname vornameundnachname vorundnachname
                name employee mitarbeiter""");
        put(names, GIVEN_NAME, "givenname firstname forename vorname rufname first");
        put(names, FAMILY_NAME, "familyname lastname surname nachname familienname zuname last");
        put(names, EMAIL, """
                email emailaddress workemail businessemail companyemail mail mailaddress emailadresse mailadresse
                dienstlicheemail emaildienstlich geschaeftlicheemail""");
        put(names, JOB_TITLE, """
                jobtitle position positiontitle title job role jobrole stelle stellenbezeichnung positionsbezeichnung
                funktion taetigkeit berufsbezeichnung jobbezeichnung jobtitel rolle""");
        put(names, LEVEL, "level rolelevel managementlevel joblevel ebene fuehrungsebene hierarchieebene");
        put(names, DEPARTMENT, """
                department departmentname dept deptname abteilung abteilungsname bereich fachbereich orgunit
                organizationalunit organisationalunit organisationseinheit division""");
        put(names, TEAM, "team teamname workgroup gruppe teambezeichnung");
        put(names, MANAGER, """
                managername manager linemanager reportsto supervisor supervisorname managerfullname manageremail
                manageremployeenumber manageremployeeid managernumber vorgesetzter vorgesetzte vorgesetzternname
                vorgesetztername direktervorgesetzter fuehrungskraft disziplinarischefuehrungskraft
                personalnummervorgesetzter managerid""");
        put(names, LOCATION, """
                location worklocation office officelocation site city standort arbeitsort dienstort ort niederlassung
                werk state region bundesland""");
        put(names, TIME_ZONE, "timezone zeitzone tz");
        put(names, LANGUAGE, "language preferredlanguage sprache korrespondenzsprache muttersprache locale");
        put(names, STATUS, """
                employmentstatus employeestatus status workerstatus beschaeftigungsstatus mitarbeiterstatus
                anstellungsstatus active isactive aktiv""");
        put(names, JOINED_ON, """
                dateofhire hiredate hiredon joined joinedon joindate joiningdate dateofjoining startdate entrydate
                eintritt eintrittsdatum eintrittam einstellungsdatum beginndatum""");
        put(names, LEFT_ON, """
                dateoftermination terminationdate left lefton leavedate leavingdate exitdate lastday lastworkingday
                enddate austritt austrittsdatum austrittam letzterarbeitstag enddatum""");
        return names;
    }

    private static void put(Map<ImportField, List<String>> names, ImportField field, String words) {
        names.put(field, List.of(words.strip().split("\\s+")));
    }
}
