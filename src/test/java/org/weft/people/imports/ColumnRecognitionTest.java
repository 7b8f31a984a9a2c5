package org.weft.people.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weft.base.InvalidInputException;

class ColumnRecognitionTest {

    @Test
    void knowsTheColumnsOfTheRealFileAndLeavesPrivateOnesAlone() {
        var header = ("Employee_Name,EmpID,MarriedID,MaritalStatusID,GenderID,EmpStatusID,DeptID,PerfScoreID,"
                        + "FromDiversityJobFairID,Salary,Termd,PositionID,Position,State,Zip,DOB,Sex,MaritalDesc,CitizenDesc,"
                        + "HispanicLatino,RaceDesc,DateofHire,DateofTermination,TermReason,EmploymentStatus,Department,"
                        + "ManagerName,ManagerID,RecruitmentSource,PerformanceScore,EngagementSurvey,EmpSatisfaction,"
                        + "SpecialProjectsCount,LastPerformanceReview_Date,DaysLateLast30,Absences")
                .split(",");
        assertThat(recognise(header).columns())
                .isEqualTo(Map.of(
                        ImportField.EMPLOYEE_NUMBER, "EmpID",
                        ImportField.FULL_NAME, "Employee_Name",
                        ImportField.JOB_TITLE, "Position",
                        ImportField.DEPARTMENT, "Department",
                        ImportField.MANAGER, "ManagerName",
                        ImportField.LOCATION, "State",
                        ImportField.STATUS, "EmploymentStatus",
                        ImportField.JOINED_ON, "DateofHire",
                        ImportField.LEFT_ON, "DateofTermination"));
    }

    @Test
    void knowsGermanNames() {
        assertThat(recognise(
                                "Personal-Nr.",
                                "Name",
                                "Vorname",
                                "E-Mail-Adresse",
                                "Stellenbezeichnung",
                                "Abteilung",
                                "Vorgesetzte",
                                "Standort",
                                "Sprache",
                                "Eintrittsdatum",
                                "Austrittsdatum")
                        .columns())
                .isEqualTo(Map.ofEntries(
                        Map.entry(ImportField.EMPLOYEE_NUMBER, "Personal-Nr."),
                        Map.entry(ImportField.FAMILY_NAME, "Name"),
                        Map.entry(ImportField.GIVEN_NAME, "Vorname"),
                        Map.entry(ImportField.EMAIL, "E-Mail-Adresse"),
                        Map.entry(ImportField.JOB_TITLE, "Stellenbezeichnung"),
                        Map.entry(ImportField.DEPARTMENT, "Abteilung"),
                        Map.entry(ImportField.MANAGER, "Vorgesetzte"),
                        Map.entry(ImportField.LOCATION, "Standort"),
                        Map.entry(ImportField.LANGUAGE, "Sprache"),
                        Map.entry(ImportField.JOINED_ON, "Eintrittsdatum"),
                        Map.entry(ImportField.LEFT_ON, "Austrittsdatum")));
    }

    @Test
    void twoPartsOfANameSayMoreThanTheWhole() {
        var mapping = recognise("ID", "Full name", "First Name", "Last Name");
        assertThat(mapping.column(ImportField.GIVEN_NAME)).contains("First Name");
        assertThat(mapping.column(ImportField.FAMILY_NAME)).contains("Last Name");
        assertThat(mapping.has(ImportField.FULL_NAME)).isFalse();
    }

    @Test
    void aLevelOrStatusColumnThatHoldsSomethingElseIsNotTaken() {
        var header = List.of("ID", "Name", "Level", "Status");
        var grades = Map.of("Level", List.of("L4", "L5"), "Status", List.of("married"));
        assertThat(ColumnRecognition.recognise(header, grades).fields())
                .containsExactlyInAnyOrder(ImportField.EMPLOYEE_NUMBER, ImportField.FULL_NAME);
        var fitting = Map.of("Level", List.of("Team lead", "Führungskraft"), "Status", List.of("aktiv", "Left"));
        assertThat(ColumnRecognition.recognise(header, fitting).fields())
                .contains(ImportField.LEVEL, ImportField.STATUS);
    }

    @Test
    void aHeaderWithoutANameCannotBeRead() {
        var mapping = recognise("EmpID", "Department", "Vorname");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(mapping::check)
                .satisfies(e -> assertThat(e.text().key()).isEqualTo("people.import.error.noNameColumn"));
    }

    @Test
    void aColumnCannotMeanTwoThings() {
        var mapping = recognise("EmpID", "Name").with(ImportField.JOB_TITLE, "Name");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(mapping::check)
                .satisfies(e -> assertThat(e.text().key()).isEqualTo("people.import.error.columnTwice"));
    }

    private static ColumnMapping recognise(String... header) {
        return ColumnRecognition.recognise(List.of(header), Map.of());
    }
}
