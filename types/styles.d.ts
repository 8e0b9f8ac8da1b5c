// The build puts it into the script for other sites: the style sheet of an embedded tree.
declare module "fingerpost-styles" {
  export const styles: string;
}
// The build puts it into the script of the plan: its style sheet.
declare module "fingerpost-plan-styles" {
  export const styles: string;
}
// The build puts it into the script that deletes what is stored: its style sheet.
declare module "fingerpost-stored-data-styles" {
  export const styles: string;
}
