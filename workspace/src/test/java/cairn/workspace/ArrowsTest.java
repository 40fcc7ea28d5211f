package cairn.workspace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package may know what. */
final class ArrowsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cairn.workspace");

  @Test
  void onlyOnePackageKnowsTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("cairn.workspace.sql")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "org.sqlite..", "org.postgresql..")
        .check(CLASSES);
  }

  @Test
  void onlyAccountsKnowPasswordsAndPasskeys() {
    noClasses()
        .that()
        .resideOutsideOfPackage("cairn.workspace.account")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.password4j..", "com.yubico..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("cairn.workspace.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPackageBelowKnowsTheFrontDoor() {
    noClasses()
        .that()
        .resideInAPackage("cairn.workspace.*..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("cairn.workspace.Workspace")
        .check(CLASSES);
  }
}
