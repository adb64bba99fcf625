package org.yiwang;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.yiwang.casework.DryRun;
import org.yiwang.casework.DryRunTable;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.CheckPackage;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.OpenPackage;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PackageLibrary;

/** Tries a package from a folder on the cases of a data folder, beside a server that may be running there. */
record TryPackage(Path folder, int days, Path data, Locale locale) {
    private static final int DONE = 0;
    private static final int HAS_FAULTS = 1;

    int run(PrintStream out) throws Exception {
        return BesideServer.run(data, System.err, program -> run(program, out));
    }

    private int run(ConfigurableApplicationContext context, PrintStream out) throws Exception {
        Tenant tenant =
                new Tenant(context.getBean(Environment.class).getRequiredProperty("yiwang.tenant", Integer.class));
        Faults faults = new Faults();
        Map<String, byte[]> content = OpenPackage.folder(folder, faults);
        PackageFiles files = context.getBean(PackageLibrary.class).beside(tenant, content);
        context.getBean(CheckPackage.class).check(content, files.others(), faults);
        if (!faults.isSound()) {
            System.err.printf(
                    "%s has %d faults: ./yiwang scenario check %s names them.%n",
                    folder, faults.faults().size(), folder);
            return HAS_FAULTS;
        }
        print(tenant, context.getBean(DryRun.class).of(tenant, files, days), context.getBean(DryRunTable.class), out);
        return DONE;
    }

    private void print(Tenant tenant, DryRun.Result result, DryRunTable table, PrintStream out) {
        table.rows(tenant, result, locale)
                .forEach(row -> out.println(String.join("  ", row.cells()).stripTrailing()));
        result.counts().forEach(count -> out.printf("%s: %d%n", table.kind(count.kind(), locale), count.cases()));
        out.printf(
                "%s %s: %d of %d cases of the last %d days would differ%s%n",
                result.pack(),
                result.version(),
                result.items().size(),
                result.looked(),
                result.days(),
                result.isWhole() ? "" : "; there are more cases than were looked at");
    }
}
