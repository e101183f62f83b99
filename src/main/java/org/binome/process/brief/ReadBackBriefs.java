package org.binome.process.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.contract.ReadBack;
import org.binome.contract.ReadBacks;
import org.binome.contract.ReadBacks.Comparison;
import org.binome.contract.Revision;
import org.binome.contract.Signature.Side;
import org.binome.gate.Evaluation;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;

import org.springframework.stereotype.Component;

/**
 * What the human tasks of the read-back show (CON-04).
 */
@Component
class ReadBackBriefs {

	private final ContractBriefs contractBriefs;

	private final Contracts contracts;

	private final ReadBacks readBacks;

	private final Gates gates;

	ReadBackBriefs(ContractBriefs contractBriefs, Contracts contracts, ReadBacks readBacks, Gates gates) {
		this.contractBriefs = contractBriefs;
		this.contracts = contracts;
		this.readBacks = readBacks;
		this.gates = gates;
	}

	private Brief about(Job job, Revision revision) {
		Contract contract = this.contracts.get(job.uuid("contractId"));
		return this.contractBriefs.about(job, contract, revision)
			.findings(findings(contract, revision))
			.prefill("revision", revision.number())
			.prefill("sha256", revision.sha256());
	}

	/** Only what was found since this revision was drawn up still matters. */
	private List<Finding> findings(Contract contract, Revision revision) {
		return this.gates.latest(contract.partnershipId())
			.stream()
			.filter((evaluation) -> evaluation.gate() == Gate.READ_BACK)
			.filter((evaluation) -> !evaluation.at().isBefore(revision.recordedAt()))
			.map(Evaluation::findings)
			.flatMap(List::stream)
			.toList();
	}

	private Revision current(Job job) {
		return this.contracts.current(job.uuid("contractId")).orElseThrow();
	}

	private static String field(Topic topic) {
		return topic.name().toLowerCase(Locale.ROOT);
	}

	/** What did we agree, in our own words? */
	@Component
	static class RestateContract implements TaskBrief {

		private final ReadBackBriefs common;

		RestateContract(ReadBackBriefs common) {
			this.common = common;
		}

		@Override
		public String task() {
			return "Task_RestateContract";
		}

		@Override
		public Brief brief(Job job) {
			return this.common.about(job, this.common.current(job))
				.summary(
						"Avant de signer, chaque côté redit le contrat avec ses propres mots, sans regarder l’autre. Une phrase par sujet suffit ; ne recopiez pas le texte.",
						"Before anybody signs, each side restates the contract in its own words without looking at the other. A sentence per topic will do; don’t copy the text.");
		}

	}

	/** Do both sides say the same? */
	@Component
	static class CompareReadBacks implements TaskBrief {

		private final ReadBackBriefs common;

		CompareReadBacks(ReadBackBriefs common) {
			this.common = common;
		}

		@Override
		public String task() {
			return "Task_CompareReadBacks";
		}

		@Override
		public Brief brief(Job job) {
			Revision revision = this.common.current(job);
			List<ReadBack> said = this.common.readBacks.of(revision);
			Brief brief = this.common.about(job, revision)
				.summary(
						"Comparez sujet par sujet, de préférence si vous n’avez pas rédigé la nôtre. Ce qui diffère se règle avec le partenaire, qui le confirme ; si le texte prête à confusion, renvoyez-le.",
						"Compare topic by topic, preferably if you did not write ours. What differs is settled with the partner, who confirms it; if the text is what confuses, return it.")
				.with("topics", topics(job.language(), said));
			this.common.readBacks.comparison(revision).ifPresent((comparison) -> before(job, brief, comparison));
			return brief;
		}

		private static List<Map<String, String>> topics(String language, List<ReadBack> said) {
			List<Map<String, String>> rows = new ArrayList<>();
			for (Topic topic : Topic.values()) {
				for (ReadBack one : said) {
					rows.add(Map.of("topic", topic.label(language), "who",
							((one.side() == Side.OURS) ? "fr".equals(language) ? "nous – " : "we – " : "") + one.name(),
							"words", one.words().get(topic)));
				}
			}
			return rows;
		}

		private void before(Job job, Brief brief, Comparison comparison) {
			for (Topic topic : Topic.values()) {
				brief.prefill(field(topic), comparison.alike().contains(topic) ? "alike" : "different");
			}
			if (!comparison.understanding().isBlank()) {
				brief.fact("Ce qui a été réglé", "What was settled", comparison.understanding())
					.prefill("understanding", comparison.understanding());
			}
			this.common.readBacks.confirmations(comparison)
				.forEach((answer) -> brief.fact(answer.name(), answer.name(), answer.confirmed()
						? PartnershipBriefs.choose(job, "confirme", "confirms")
						: PartnershipBriefs.choose(job, "ne confirme pas : ", "does not confirm: ") + answer.note()));
		}

	}

}
