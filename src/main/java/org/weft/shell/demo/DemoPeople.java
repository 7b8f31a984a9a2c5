package org.weft.shell.demo;

import java.util.List;

/** Names, departments and job titles of Meridian Instruments, a maker of measuring devices that does not exist. */
final class DemoPeople {

    static final String ORGANISATION = "Meridian Instruments";

    /** A department with the title of its head, its teams and what people in them are called. */
    record Department(String name, String head, List<Team> teams) {}

    /** A team with what its people do; the first title is the commonest. */
    record Team(String name, List<String> titles) {}

    static final List<Department> DEPARTMENTS = List.of(
            new Department(
                    "Operations",
                    "Director Operations",
                    List.of(
                            new Team("Assembly", List.of("Assembly Technician", "Test Technician")),
                            new Team("Quality", List.of("Quality Inspector", "Calibration Technician")),
                            new Team("Logistics", List.of("Warehouse Specialist", "Dispatcher")),
                            new Team("Purchasing", List.of("Buyer", "Supplier Analyst")))),
            new Department(
                    "Product and Engineering",
                    "Director Engineering",
                    List.of(
                            new Team("Firmware", List.of("Firmware Engineer", "Test Engineer")),
                            new Team("Mechanics", List.of("Mechanical Engineer", "Draughtsperson")),
                            new Team("Software", List.of("Software Engineer", "UX Designer")),
                            new Team("Product Management", List.of("Product Analyst", "Technical Writer")))),
            new Department(
                    "Sales and Marketing",
                    "Director Sales",
                    List.of(
                            new Team("Sales North", List.of("Account Executive", "Sales Engineer")),
                            new Team("Sales South", List.of("Account Executive", "Sales Engineer")),
                            new Team("Inside Sales", List.of("Sales Representative", "Order Clerk")),
                            new Team("Marketing", List.of("Marketing Specialist", "Event Planner")))),
            new Department(
                    "Customer Care",
                    "Director Customer Care",
                    List.of(
                            new Team("Support Desk", List.of("Support Agent", "Support Engineer")),
                            new Team("Field Service", List.of("Service Technician", "Service Planner")),
                            new Team("Training", List.of("Trainer", "Course Coordinator")),
                            new Team("Repairs", List.of("Repair Technician", "Parts Clerk")))),
            new Department(
                    "Corporate Services",
                    "Director Corporate Services",
                    List.of(
                            new Team("Finance", List.of("Accountant", "Controller")),
                            new Team("People and Culture", List.of("HR Specialist", "Recruiter")),
                            new Team("IT Services", List.of("Systems Administrator", "IT Support Specialist")),
                            new Team("Legal and Compliance", List.of("Legal Counsel", "Compliance Analyst")))));

    static final List<String> GIVEN = List.of(
            "Amara", "Anton", "Beatriz", "Bjarne", "Carla", "Chidi", "Clara", "Daan", "Dana", "Diego", "Elif", "Elias",
            "Emma", "Farid", "Fatima", "Felix", "Freya", "Gabriel", "Giulia", "Hana", "Henrik", "Ines", "Ismail", "Iva",
            "Jakub", "Jana", "Jonas", "Julia", "Kaito", "Karim", "Katja", "Lara", "Leon", "Lina", "Luca", "Maja",
            "Malik", "Marta", "Mateo", "Mei", "Mila", "Mikkel", "Nadia", "Nils", "Noor", "Oskar", "Olga", "Pablo",
            "Paula", "Petra", "Priya", "Rafael", "Rosa", "Ruben", "Sana", "Selma", "Simon", "Sofia", "Stefan", "Tara",
            "Thandi", "Tomas", "Ulrike", "Vera", "Viktor", "Wanda", "Yara", "Yusuf", "Zoe", "Zofia");

    static final List<String> FAMILY = List.of(
            "Abel",
            "Adeyemi",
            "Albrecht",
            "Almeida",
            "Andersen",
            "Aydin",
            "Bakker",
            "Baumann",
            "Becker",
            "Bianchi",
            "Boateng",
            "Brandt",
            "Castillo",
            "Chen",
            "Costa",
            "Dahl",
            "Demir",
            "Dubois",
            "Eklund",
            "Engel",
            "Farkas",
            "Ferrari",
            "Fischer",
            "Fontaine",
            "Garcia",
            "Graf",
            "Gruber",
            "Haddad",
            "Hansen",
            "Hartmann",
            "Hoffmann",
            "Horvat",
            "Ibrahim",
            "Ito",
            "Jansen",
            "Jensen",
            "Kaya",
            "Keller",
            "Khan",
            "Kim",
            "Klein",
            "Kovacs",
            "Krause",
            "Kumar",
            "Lang",
            "Larsen",
            "Lehmann",
            "Lindqvist",
            "Lopez",
            "Maier",
            "Martin",
            "Meyer",
            "Moreau",
            "Mueller",
            "Nakamura",
            "Navarro",
            "Neumann",
            "Nguyen",
            "Novak",
            "Okafor",
            "Olsen",
            "Ortega",
            "Papadakis",
            "Park",
            "Pereira",
            "Petrov",
            "Popescu",
            "Rahman",
            "Reyes",
            "Richter",
            "Romano",
            "Rossi",
            "Sato",
            "Schmidt",
            "Schneider",
            "Schulz",
            "Silva",
            "Simic",
            "Singh",
            "Sommer",
            "Sorensen",
            "Suzuki",
            "Svensson",
            "Tanaka",
            "Torres",
            "Toth",
            "Ueda",
            "Vargas",
            "Vogel",
            "Wagner",
            "Weber",
            "Werner",
            "Winter",
            "Wolf",
            "Yilmaz",
            "Zhang",
            "Ziegler",
            "Zimmermann");

    static final List<String> LOCATIONS = List.of("Hamburg", "Leipzig", "Rotterdam", "Chicago");
    static final List<String> ZONES = List.of("Europe/Berlin", "Europe/Berlin", "Europe/Amsterdam", "America/Chicago");

    private DemoPeople() {}
}
