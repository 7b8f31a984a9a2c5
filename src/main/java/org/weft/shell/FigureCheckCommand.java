package org.weft.shell;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.weft.access.KeptFigureRow;
import org.weft.access.KeptFigureService;
import org.weft.access.Role;

/**
 * Proves the kept figures from the command line, with neither web server nor jobs: {@code --weft.check-figures}, and with
 * {@code =repair} sets right what differs. Prints a line for each kind. The exit code is 0 where in the end all figures
 * equal their source, 1 where not, 2 for a value it does not know.
 *
 * @see <a href="file:docs/decisions/013-figures-can-be-proven.md">decision 013</a>
 */
@Component
@ConditionalOnProperty(FigureCheckCommand.OPTION)
@ConditionalOnNotWebApplication
public class FigureCheckCommand implements ApplicationRunner, ExitCodeGenerator {

    static final String OPTION = "weft.check-figures";

    private static final String REPAIR = "repair";

    private static final int MISUSED = 2;

    /** Neither jobs nor news in the log, and nothing of the pages, which cannot do without a web server. */
    private static final List<String> OWN_ARGS = List.of(
            "--db-scheduler.enabled=false",
            "--logging.level.root=warn",
            "--logging.level.org.flywaydb=error",
            "--spring.autoconfigure.exclude=" + SpringBootAutoConfiguration.class.getName() + ","
                    + SpringSecurityAutoConfiguration.class.getName());

    private final KeptFigureService figures;
    private final boolean repair;
    private int exitCode;

    FigureCheckCommand(KeptFigureService figures, @Value("${" + OPTION + "}") String value) {
        this.figures = figures;
        repair = value.equals(REPAIR);
    }

    public static boolean asked(String... args) {
        return new DefaultApplicationArguments(args).containsOption(OPTION);
    }

    private static List<String> values(String... args) {
        var values = new DefaultApplicationArguments(args).getOptionValues(OPTION);
        return values == null ? List.of() : values;
    }

    /**
     * Starts the application for this only, and ends it.
     *
     * @return the exit code
     */
    public static int run(SpringApplication application, String... args) {
        if (!Set.of(Set.of(), Set.of(REPAIR)).contains(Set.copyOf(values(args)))) {
            System.err.println("--" + OPTION + " takes no value, or =" + REPAIR);
            return MISUSED;
        }
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        var context = application.run(
                Stream.concat(OWN_ARGS.stream(), Stream.of(args)).toArray(String[]::new));
        return SpringApplication.exit(context);
    }

    @Override
    public void run(ApplicationArguments args) {
        AsPortal.run(Role.ADMIN, this::check);
    }

    private void check() {
        var rows = figures.check((done, total) -> {});
        rows.forEach(FigureCheckCommand::print);
        var wrong = rows.stream()
                .filter(KeptFigureRow::differs)
                .map(KeptFigureRow::name)
                .toList();
        if (repair && !wrong.isEmpty()) {
            System.out.printf("Set right: %,d rows%n", figures.setRight(wrong, (done, total) -> {}));
            rows = figures.list();
            rows.forEach(FigureCheckCommand::print);
        }
        exitCode = rows.stream().anyMatch(KeptFigureRow::differs) ? 1 : 0;
    }

    private static void print(KeptFigureRow row) {
        var finding = row.finding();
        if (finding != null) {
            System.out.printf(
                    "%-16s %,12d rows  %s%n",
                    row.name(), finding.rows(), finding.equal() ? "equal" : finding.differing() + " differ");
            finding.examples()
                    .forEach(one ->
                            System.out.printf("    %s: %s; should be %s%n", one.row(), one.kept(), one.expected()));
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
