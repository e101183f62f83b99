package org.binome;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.binome", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String[] STAGES = { "..prospecting..", "..approach..", "..relationship..", "..contract..",
			"..planning..", "..tracking.." };

	@ArchTest
	static final ArchRule onlyProcessKnowsCamunda = noClasses().that()
		.resideOutsideOfPackages("org.binome.process..", "org.binome.local..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.camunda..", "io.grpc..");

	@ArchTest
	static final ArchRule stagesKnowNeitherProcessNorPortal = noClasses().that()
		.resideInAnyPackage(STAGES)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.binome.process..", "org.binome.portal..");

	@ArchTest
	static final ArchRule documentsKnowNothingOfPartnerships = noClasses().that()
		.resideInAPackage("org.binome.document..")
		.should()
		.dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe("another package of Binôme",
				(type) -> type.getPackageName().startsWith("org.binome")
						&& !type.getPackageName().startsWith("org.binome.document")));

	@ArchTest
	static final ArchRule whatStagesStandOnKnowsNoStage = noClasses().that()
		.resideInAnyPackage("..account..", "..partner..", "..signal..", "..mail..", "..decision..", "..gate..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.binome.prospecting..", "org.binome.approach..", "org.binome.relationship..",
				"org.binome.contract..", "org.binome.planning..", "org.binome.tracking..", "org.binome.process..",
				"org.binome.portal..");

	@ArchTest
	static final ArchRule nothingDependsOnTheLocalStack = noClasses().that()
		.resideOutsideOfPackage("org.binome.local..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.binome.local..");

	@ArchTest
	static final ArchRule policiesAreWithoutInputAndOutput = classes().that()
		.haveSimpleNameEndingWith("Policy")
		.and()
		.resideInAPackage("org.binome.gate..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.binome.gate..");

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("org.binome.(*)..").should().beFreeOfCycles();

}
