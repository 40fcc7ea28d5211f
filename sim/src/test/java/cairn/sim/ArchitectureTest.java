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
import java.util.Random;
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
    "cairn.population.."
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
                .and(not(resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..")))
                .and(not(resideInAnyPackage("cairn.blueprint"))))
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
        .belongToAnyOf(Thread.class)
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
  void everyKindOfMachineryEntersThroughOneModule() {
    only("org.rocksdb..", "cairn.store..");
    only("org.duckdb..", "cairn.insight..");
    only("org.jdbi..", "cairn.workspace..");
    only("dev.cel..", "cairn.blueprint.rule..");
    only("io.helidon..", "cairn.server..");
  }

  private static void only(String library, String module) {
    noClasses()
        .that()
        .resideOutsideOfPackages(module, "cairn.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
