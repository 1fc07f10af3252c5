import ts from "typescript"; import {readFileSync} from "node:fs"; import {listTree} from "../generator/inputs.js";
let n=0,long=0;
for (const f of listTree("generator").filter(p=>p.endsWith(".ts")&&!/^(runtime|simulator|sources|lint|score)/.test(p))) {const t=readFileSync("generator/"+f,"utf8");const s=ts.createSourceFile(f,t,ts.ScriptTarget.ES2022,true);const L=t.split("\n").length;if(L>300)console.log("file",f,L);
const v=(x:ts.Node)=>{if(ts.isFunctionDeclaration(x)||ts.isMethodDeclaration(x)||ts.isArrowFunction(x)){const a=s.getLineAndCharacterOfPosition(x.getStart()).line,b=s.getLineAndCharacterOfPosition(x.end).line;if(b-a>0)n++;if(b-a>39){long++;console.log(f,(x as any).name?.getText(),b-a+1)}}x.forEachChild(v)};v(s)}
console.log(n,long);
