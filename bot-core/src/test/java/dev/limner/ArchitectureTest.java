package dev.limner;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms of the core; {@code docs/architecture.md} says what each room is for. */
@AnalyzeClasses(packages = "dev.limner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule composition_and_the_chat_port_know_no_storage_no_http_and_no_illustration = noClasses()
            .that()
            .resideInAnyPackage("dev.limner.prompt..", "dev.limner.chat..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.limner.storage..",
                    "dev.limner.illustration..",
                    "dev.limner.image..",
                    "okhttp3..",
                    "java.net.http..",
                    "java.sql..",
                    "org.jdbi..");

    @ArchTest
    static final ArchRule composition_touches_nothing_outside = noClasses()
            .that()
            .resideInAPackage("dev.limner.prompt..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.time..", "org.slf4j..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule ideas_of_composition_form_no_circle =
            slices().matching("dev.limner.prompt.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule letters_and_words_know_nothing_of_prompts = noClasses()
            .that()
            .resideInAPackage("dev.limner.prompt.text..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.limner..").and(resideOutsideOfPackage("dev.limner.prompt.text..")));

    @ArchTest
    static final ArchRule who_is_there_and_what_fits_are_told_apart = noClasses()
            .that()
            .resideInAnyPackage("dev.limner.prompt.names..", "dev.limner.prompt.cast..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.limner.prompt.fit..");

    @ArchTest
    static final ArchRule ideas_of_composition_do_not_compose = noClasses()
            .that()
            .resideInAPackage("dev.limner.prompt.*..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("Compos");

    @ArchTest
    static final ArchRule the_command_catalogue_stands_alone = noClasses()
            .that()
            .resideInAPackage("dev.limner.command..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.limner..").and(resideOutsideOfPackage("dev.limner.command..")));

    @ArchTest
    static final ArchRule only_storage_speaks_sql = noClasses()
            .that()
            .resideOutsideOfPackage("dev.limner.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.jdbi..",
                    "org.flywaydb..",
                    "org.sqlite..",
                    "com.zaxxer..",
                    "com.github.kagkarlsson..");

    @ArchTest
    static final ArchRule nobody_looks_into_storage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.limner.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.limner.storage..");

    @ArchTest
    static final ArchRule http_is_spoken_by_backends_and_the_scene_writer_only = noClasses()
            .that()
            .resideOutsideOfPackages("dev.limner.http..", "dev.limner.image..", "dev.limner.scenewriter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "java.net.http..");

    @ArchTest
    static final ArchRule backends_never_see_each_other = slices().matching("dev.limner.image.(*)..")
            .should()
            .notDependOnEachOther()
            // what they share: HTTP
            .ignoreDependency(alwaysTrue(), resideInAPackage("dev.limner.image.wire.."));

    @ArchTest
    static final ArchRule what_backends_share_knows_none_of_them = noClasses()
            .that()
            .resideInAPackage("dev.limner.image.wire..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.limner.image.*..").and(resideOutsideOfPackage("dev.limner.image.wire..")));

    @ArchTest
    static final ArchRule the_core_knows_no_chat_sdk = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.dv8tion..", "org.telegram..", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule rooms_form_no_circle =
            slices().matching("dev.limner.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_class_stands_in_a_room = classes().should().resideInAPackage("dev.limner.*..");
}
