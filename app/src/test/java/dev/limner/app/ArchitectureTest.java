package dev.limner.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the modules. */
@AnalyzeClasses(
        packages = "dev.limner",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutOtherTests.class})
class ArchitectureTest {
    private static final String APP = "dev.limner.app..";

    @ArchTest
    static final ArchRule nobody_depends_on_app = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP);

    @ArchTest
    static final ArchRule only_app_knows_the_adapters = noClasses()
            .that(resideInAPackage(APP)
                    .or(resideInAPackage("dev.limner.webchat.."))
                    .negate())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.limner.webchat..");

    @ArchTest
    static final ArchRule only_app_knows_discord = noClasses()
            .that(resideInAPackage(APP)
                    .or(resideInAPackage("dev.limner.discord.."))
                    .negate())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.limner.discord..", "net.dv8tion..");

    @ArchTest
    static final ArchRule app_leaves_discords_library_to_the_adapter = noClasses()
            .that()
            .resideInAPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.dv8tion..");

    @ArchTest
    static final ArchRule only_app_knows_the_gateway = noClasses()
            .that(resideInAPackage(APP)
                    .or(resideInAPackage("dev.limner.gateway.."))
                    .negate())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.limner.gateway..");

    @ArchTest
    static final ArchRule http_of_the_gateway_knows_no_api = noClasses()
            .that()
            .resideInAPackage("dev.limner.gateway.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.limner.gateway.api..");

    @ArchTest
    static final ArchRule the_desk_of_the_gateway_knows_no_http = noClasses()
            .that()
            .resideInAPackage("dev.limner.gateway.desk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.limner.gateway.http..", "dev.limner.gateway.api..", "io.netty..");

    @ArchTest
    static final ArchRule only_app_knows_telegram = noClasses()
            .that(resideInAPackage(APP)
                    .or(resideInAPackage("dev.limner.telegram.."))
                    .negate())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.limner.telegram..", "org.telegram..");

    @ArchTest
    static final ArchRule only_app_reads_the_environment = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule only_app_writes_to_the_standard_streams = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule sql_of_adapters_stands_in_one_room_each = noClasses()
            .that(resideInAPackage("dev.limner.storage..")
                    .or(resideInAPackage("dev.limner.webchat.transcript.."))
                    .or(resideInAPackage("dev.limner.discord.interaction.."))
                    .or(resideInAPackage("dev.limner.telegram.inbox.."))
                    .negate())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..");

    @ArchTest
    static final ArchRule nobody_uses_java_util_logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nothing_that_changes_is_static = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notBeFinal();

    /** Other modules' contract suites and fakes come in a jar of their own, or from a folder beside that of the module. */
    static final class WithoutOtherTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar") && !location.contains("-test/dev/limner/");
        }
    }
}
