package org.binome.process.brief;

import java.util.List;

import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.prospecting.Candidates;
import org.binome.prospecting.ImportReport;
import org.binome.prospecting.Longlist;
import org.binome.prospecting.Programme;
import org.binome.prospecting.Programmes;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Draw up the complete list of potential partners (PRO-11, PRO-12).
 */
@Component
class CompleteLonglistBrief implements TaskBrief {

	private final Programmes programmes;

	private final Longlist longlist;

	private final Candidates candidates;

	private final Gates gates;

	private final String portalUrl;

	CompleteLonglistBrief(Programmes programmes, Longlist longlist, Candidates candidates, Gates gates,
			@Value("${binome.portal-url}") String portalUrl) {
		this.programmes = programmes;
		this.longlist = longlist;
		this.candidates = candidates;
		this.gates = gates;
		this.portalUrl = portalUrl;
	}

	@Override
	public String task() {
		return "Task_CompleteLonglist";
	}

	@Override
	public Brief brief(Job job) {
		Programme programme = this.programmes.get(job.programmeId());
		List<ImportReport> imports = this.longlist.imports(programme.id());
		return Brief.about(job.language(), programme.name())
			.summary(
					"Dressez la liste complète des partenaires potentiels et importez-la en CSV. On ne filtre qu’une liste complète.",
					"Draw up the complete list of potential partners and import it as CSV. Only a complete list is filtered.")
			.fact("Candidats", "Candidates", this.candidates.count(programme.id()))
			.fact("Fichiers importés", "Files imported", imports.size())
			.fact("Lignes rejetées", "Rows rejected", imports.stream().mapToInt(ImportReport::rowsRejected).sum())
			.findings(this.gates.openFindings(programme.id(), Gate.LONGLIST_COMPLETE))
			.link(this.portalUrl + "/programmes/" + programme.id() + "/import", "Importer un fichier", "Import a file");
	}

}
