package cairn.sim;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md, and its absences. */
final class ArchitectureTest {
  private static final String[] CORE = {
    "cairn.value..",
    "cairn.chance..",
    "cairn.person..",
    "cairn.rule..",
    "cairn.adaptive..",
    "cairn.decision..",
    "cairn.log..",
    "cairn.journey..",
    "cairn.engine..",
    "cairn.map..",
    "cairn.conformance..",
    "cairn.learning..",
    "cairn.population..",
    "cairn.blueprint"
  };

  /** What may see each other inside the core: a package sees itself and those before it. */
  private static final String[] ORDER = {
    "cairn.value..",
    "cairn.chance..",
    "cairn.person..",
    "cairn.rule..",
    "cairn.adaptive..",
    "cairn.decision..",
    "cairn.log..",
    "cairn.journey..",
    "cairn.blueprint",
    "cairn.engine.."
  };

  private static final String[] BLUEPRINT = {
    "cairn.blueprint.file..",
    "cairn.blueprint.rule..",
    "cairn.blueprint.draft..",
    "cairn.blueprint.observed.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("cairn");

  @Test
  void theCoreKnowsOnlyTheJdkAndItself() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat(
            not(resideInAnyPackage(CORE))
                .and(not(resideInAnyPackage("java..", "javax.crypto..", "org.jspecify.."))))
        .check(CLASSES);
  }

  @Test
  void insideTheCoreAPackageSeesOnlyThoseBeforeIt() {
    for (int i = 0; i < ORDER.length - 1; i++) {
      var later = Arrays.copyOfRange(ORDER, i + 1, ORDER.length);
      noClasses()
          .that()
          .resideInAPackage(ORDER[i])
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .because("packages see each other in the order that ARCHITECTURE.md gives")
          .check(CLASSES);
    }
    noClasses()
        .that()
        .resideInAnyPackage("cairn.map..", "cairn.conformance..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "cairn.engine..", "cairn.log..", "cairn.blueprint..", "cairn.decision..")
        .because("a map and a log of labels stand for themselves")
        .check(CLASSES);
  }

  @Test
  void theModulesAroundTheCoreDoNotSeeEachOther() {
    apart("cairn.store..", "cairn.workspace..", "cairn.insight..");
    apart("cairn.workspace..", "cairn.store..", "cairn.insight..");
    apart("cairn.insight..", "cairn.store..", "cairn.workspace..");
    for (var part : BLUEPRINT) {
      apart(part, "cairn.store..", "cairn.workspace..", "cairn.insight..");
    }
    for (var module : List.of("cairn.store..", "cairn.workspace..", "cairn.insight..")) {
      apart(module, BLUEPRINT);
      apart(module, "cairn.server..");
    }
  }

  private static void apart(String module, String... others) {
    noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CLASSES);
  }

  @Test
  void theCoreHasNoFilesSocketsOrThreads() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, Executor.class, Executors.class)
        .because("a host brings files, sockets and threads")
        .check(CLASSES);
  }

  @Test
  void theCoreReadsNoClockAndDrawsNoChanceOfItsOwn() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat(belongToAnyOf(Clock.class, Random.class, ThreadLocalRandom.class))
        .because("time and chance are stamped by the host")
        .check(CLASSES);
  }

  @Test
  void decisionsDoNotSeeWhatAPersonLearnsAboutThemselves() {
    noClasses()
        .that()
        .resideInAPackage("cairn.decision..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("cairn.learning..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("cairn.learning..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("cairn.decision..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("cairn.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingSeesTheSimulation() {
    noClasses()
        .that()
        .resideOutsideOfPackages("cairn.sim..", "cairn.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("cairn.sim..", "cairn.bench..")
        .check(CLASSES);
  }

  @Test
  void aLibraryEntersThroughOnePackage() {
    only("org.rocksdb..", "cairn.store..");
    only("org.duckdb..", "cairn.insight..");
    only("org.jdbi..", "cairn.workspace.sql..");
    only("org.flywaydb..", "cairn.workspace.sql..");
    only("org.postgresql..", "cairn.workspace.sql..");
    only("com.yubico..", "cairn.workspace.account..");
    only("com.password4j..", "cairn.workspace.account..");
    only("com.github.difflib..", "cairn.workspace.draft..");
    only("dev.cel..", "cairn.blueprint.rule..");
    only("com.google.re2j..", "cairn.blueprint.rule..");
    only("com.networknt..", "cairn.blueprint.file..");
    only("tools.jackson..", "cairn.blueprint.file..");
    only("de.siegmar.fastcsv..", "cairn.insight.log..");
    only("io.helidon..", "cairn.server.http..");
    only("io.micrometer..", "cairn.server.run..");
    only("io.cloudevents..", "cairn.server.intake..");
    only("jakarta.mail..", "cairn.server.channel..");
  }

  @Test
  void whatTheCoreIsAskedNeverComesAsJson() {
    noClasses()
        .that()
        .resideInAnyPackage("cairn.store..", "cairn.insight..", "cairn.blueprint.rule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..")
        .because("JSON is spoken at the doors")
        .check(CLASSES);
  }

  private static void only(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackages(home, "cairn.bench..", "cairn.sim..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
